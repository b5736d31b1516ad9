import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { didYouMean } from '../../../openapi/model/nearest-name.ts';
import type { PageDirective } from '../markdown/page-elements.ts';
import { sampleLanguages } from '../samples/index.ts';
import { readLiveSearch } from './live-search.ts';
import type { Placement } from './outline.ts';

export type ResolvedDirective =
  | { readonly kind: 'operation'; readonly operation: Operation; readonly isIncoming: boolean }
  | Extract<
      Placement,
      {
        kind:
          | 'about'
          | 'plans'
          | 'errors'
          | 'servers'
          | 'security'
          | 'headers'
          | 'assumptions'
          | 'schema'
          | 'sample'
          | 'live';
      }
    >;

/** What a directive names in the document; a text says why it names nothing. */
export function resolveDirective(
  { name, argument }: PageDirective,
  model: ApiModel,
): ResolvedDirective | string {
  switch (name) {
    case 'operation': {
      const operation = findOperation(argument, model.operations);
      return typeof operation === 'string' ? operation : { kind: 'operation', operation, isIncoming: false };
    }
    case 'sample': {
      const [id = '', ...languages] = argument.split(' ');
      const operation = findOperation(id, model.operations);
      if (typeof operation === 'string') return operation;
      const known = sampleLanguages.map((language) => language.id);
      const unknown = languages.find((language) => !known.includes(language));
      if (unknown === undefined) return { kind: 'sample', operation, languages };
      return `No sample can be printed in "${unknown}": there are ${known.join(', ')}.`;
    }
    case 'live': {
      const live = readLiveSearch(argument, (id) => findOperation(id, model.operations));
      return typeof live === 'string' ? live : { kind: 'live', live };
    }
    case 'webhook': {
      const operation =
        model.webhooks.find(({ operationId }) => operationId === argument) ??
        model.webhooks.find(({ path }) => path === argument);
      return operation === undefined
        ? `The document has no webhook "${argument}".`
        : { kind: 'operation', operation, isIncoming: true };
    }
    case 'schema':
      return model.schemas.has(argument)
        ? { kind: 'schema', name: argument }
        : `The document has no schema "${argument}".`;
    case 'plans':
      return model.plans === undefined ? 'The document has no usage plans (info.x-sla).' : { kind: 'plans' };
    case 'about':
    case 'errors':
    case 'servers':
    case 'security':
    case 'headers':
    case 'assumptions':
      return { kind: name };
    default:
      return `Unknown directive "${name}": there are operation, sample, live, webhook, schema, about, plans, errors, headers, assumptions, servers, security and code.`;
  }
}

function findOperation(id: string, operations: readonly Operation[]): Operation | string {
  const found = operations.find(({ operationId }) => operationId === id);
  if (found !== undefined) return found;
  const ids = operations.map(({ operationId }) => operationId);
  return `The document has no operation "${id}".${didYouMean(id, ids)}`;
}
