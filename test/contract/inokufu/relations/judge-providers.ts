import { valueAt } from '../../../../openapi/model/value-at.ts';
import { showValue } from '../../../../openapi/operations/judge/describe-schema.ts';
import type { OwnRelation } from '../../engine/relations/create-relations.ts';
import { parameterOf } from '../../engine/relations/seen-call.ts';
import { listAt } from '../../engine/relations/value-at.ts';
import { content, findingAt, foldName, searchCallOf } from './search-call.ts';

/**
 * `provider` is an id or a name, and never given up; an item shows the name. Which id has which name is known once
 * `GET /provider` was seen; before that, all items are of one provider.
 */
export const judgeProviders: OwnRelation = () => {
  const nameOfId = new Map<string, string>();
  return (call) => {
    if (call.operation.operationId === 'listProviders' && call.reply.status === 200)
      for (const provider of listAt(call.reply.body, '/response') ?? [])
        nameOfId.set(foldName(valueAt(provider, '/id')), foldName(valueAt(provider, '/name')));
    const found = searchCallOf(call);
    const asked = parameterOf(call, 'provider');
    if (found === undefined || asked === undefined || asked === '') return [];
    const shown = found.items.map((item) => valueAt(item, '/provider'));
    const first = shown.find((name) => name !== undefined);
    const wanted = foldName(asked);
    const known = nameOfId.get(wanted) ?? ([...nameOfId.values()].includes(wanted) ? wanted : undefined);
    const expected = known ?? foldName(first);
    const index = shown.findIndex((name) => name !== undefined && foldName(name) !== expected);
    const got = shown[index];
    if (got === undefined) return [];
    const name = `${content}/${index}/provider`;
    const message = `provider was ${showValue(asked)}, and ${name} is ${showValue(got)}${
      known === undefined ? `, another one than ${showValue(first ?? '')} of the same page` : ''
    }.`;
    const finding = { code: 'filter-ignored', message, name, expected: showValue(known ?? first ?? '') };
    return [findingAt(call, 'provider', { ...finding, got: showValue(got), basis: 'document' })];
  };
};
