import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import type { PageDirective } from '../markdown/page-elements.ts';
import type { Placement } from './outline.ts';

export type ResolvedDirective =
  | { readonly kind: 'operation'; readonly operation: Operation; readonly isIncoming: boolean }
  | Extract<
      Placement,
      { kind: 'plans' | 'errors' | 'servers' | 'security' | 'headers' | 'schema' | 'sample' }
    >;

/** What a directive names in the document; a text says why it names nothing. */
export function resolveDirective(
  { name, argument }: PageDirective,
  model: ApiModel,
): ResolvedDirective | string {
  switch (name) {
    case 'operation':
    case 'sample': {
      const operation = model.operations.find(({ operationId }) => operationId === argument);
      if (operation === undefined) {
        return `The document has no operation "${argument}". ${didYouMean(argument, model.operations)}`.trim();
      }
      return name === 'sample'
        ? { kind: 'sample', operation }
        : { kind: 'operation', operation, isIncoming: false };
    }
    case 'webhook': {
      const operation = model.webhooks.find(
        ({ path, operationId }) => path === argument || operationId === argument,
      );
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
    case 'errors':
    case 'servers':
    case 'security':
    case 'headers':
      return { kind: name };
    default:
      return `Unknown directive "${name}": there are operation, sample, webhook, schema, plans, errors, headers, servers and security.`;
  }
}

function didYouMean(wanted: string, operations: readonly Operation[]): string {
  const lower = wanted.toLowerCase();
  const near = operations.find(({ operationId }) => {
    const id = operationId.toLowerCase();
    return id === lower || id.includes(lower) || lower.includes(id);
  });
  return near === undefined ? '' : `Did you mean "${near.operationId}"?`;
}
