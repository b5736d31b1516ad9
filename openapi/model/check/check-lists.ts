import type { Operation, Parameter } from '../api-model.ts';
import { didYouMean } from '../nearest-name.ts';
import type { DocumentReader } from '../read/document-reader.ts';
import type { RelationOf } from '../relations.ts';

/** Relations `lists` that name an operation or a parameter which the document does not have, or one that takes anything. */
export function checkLists(operations: readonly Operation[], reader: DocumentReader): void {
  for (const { relations } of operations)
    for (const relation of relations) {
      const message = relation.kind === 'lists' ? faultOf(relation, operations) : undefined;
      if (message !== undefined) reader.fault(message, relation.source);
    }
}

function faultOf(
  { of, parameter: name }: RelationOf<'lists'>,
  operations: readonly Operation[],
): string | undefined {
  const operation = operations.find(({ operationId }) => operationId === of);
  if (operation === undefined) {
    const ids = operations.map(({ operationId }) => operationId);
    return `there is no operation "${of}".${didYouMean(of, ids)}`;
  }
  const parameter = operation.parameters.find((one) => one.name === name);
  if (parameter === undefined) {
    const names = operation.parameters.map((one) => one.name);
    return `"${of}" has no parameter "${name}".${didYouMean(name, names)}`;
  }
  return listedValues(parameter) === undefined
    ? `the parameter "${name}" of "${of}" has no enum to compare with`
    : undefined;
}

/** The values that a parameter takes, where its schema has an enum. */
export function listedValues({ schema }: Parameter) {
  return schema.enum ?? schema.allOf.find((part) => part.enum !== undefined)?.enum;
}
