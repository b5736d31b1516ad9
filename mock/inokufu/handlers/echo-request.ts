import type { ApiModel } from '../../../openapi/model/api-model.ts';

/** Makes the `request` of an answer: every query parameter as it was understood, `""` where absent, then the request's id. */
export type EchoRequest = <Echo>(query: object, requestId: string) => Echo;

/** The parameters come from the document: a new one is echoed without a line here. */
export function createEcho(model: ApiModel, operationId: string): EchoRequest {
  const operation = model.operations.find((candidate) => candidate.operationId === operationId);
  if (!operation) throw new Error(`The document has no operation ${operationId}.`);
  const names = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  return <Echo>(query: object, requestId: string): Echo => {
    const values = new Map<string, unknown>(Object.entries(query));
    const echo = Object.fromEntries(names.map((name) => [name, values.get(name) ?? '']));
    return { ...echo, id: requestId } as Echo; // the engine checks every reply against the document
  };
}
