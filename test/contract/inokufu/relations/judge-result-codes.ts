import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import type { OwnRelation } from '../../engine/relations/create-relations.ts';
import { presentationOf } from '../../engine/relations/kinds/narrows.ts';
import { createMemory } from '../../engine/relations/relation-judge.ts';
import { parameterOf, queryOf, type SeenCall } from '../../engine/relations/seen-call.ts';
import { findingAt, searchCallOf } from './search-call.ts';

/** C00 where nothing was found, and only there; B00 only where something may be given up, and where nothing fits all. */
export const judgeResultCodes: OwnRelation = () => {
  /** Queries of which something fits all. */
  const fitting = createMemory<string>();
  return (call) => {
    const found = searchCallOf(call);
    if (found === undefined) return [];
    const { code, total } = found;
    const wrong = (expected: string, why: string, basis: Finding['basis'] = 'document') => {
      const message = `/response/msg begins with ${code}: ${why}.`;
      const finding = {
        code: 'wrong-result-code',
        message,
        name: '/response/msg',
        expected,
        got: code,
        basis,
      };
      return [findingAt(call, undefined, finding)];
    };
    if (code === 'C00' && total > 0) return wrong('A00 or B00', `${total} learning objects were found`);
    if (code !== 'C00' && total === 0) return wrong('C00', 'no learning object was found');
    const query = queryOf(call, new Set([...presentationOf(call.operation), 'match']));
    if (code === 'A00') fitting.keep(`${call.operation.operationId} ${query}`);
    if (code !== 'B00') return [];
    if (fitting.all.includes(`${call.operation.operationId} ${query}`))
      return wrong('A00', 'an earlier call of the same query found what fits all of it');
    if (asksForNothingMore(call))
      return wrong('A00', 'nothing was asked for that may be given up', 'assumption');
    if (!isStrict(call)) return [];
    return wrong(
      'A00',
      'nothing may be given up in a strict search',
      hasMatch(call) ? 'document' : 'assumption',
    );
  };
};

function hasMatch({ operation }: SeenCall): boolean {
  return operation.parameters.some(({ name }) => name === 'match');
}

/** A strict search gives up filters, and never the provider, the code or the language. */
function asksForNothingMore(call: SeenCall): boolean {
  if (parameterOf(call, 'model') !== 'strict') return false;
  const kept = new Set([
    ...presentationOf(call.operation),
    ...['provider', 'rome', 'formacode', 'lang', 'model', 'match'],
  ]);
  return Object.entries(call.parameters.query).every(([name, value]) => kept.has(name) || value === '');
}

function isStrict(call: SeenCall): boolean {
  const isExact = parameterOf(call, 'model') === 'strict';
  return isExact && (!hasMatch(call) || parameterOf(call, 'match') === 'strict');
}
