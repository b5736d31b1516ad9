import type { ApiModel, Example, JsonValue, Operation, Parameter } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { meantOr } from '../../../openapi/model/nearest-name.ts';
import { CannotGoOnError } from './paced-sender.ts';

/** Real values for requests of one operation: parameters by place and name, and its body. They take the place of the document's examples. */
export interface OperationValues {
  readonly path?: Readonly<Record<string, JsonValue>>;
  readonly query?: Readonly<Record<string, JsonValue>>;
  readonly header?: Readonly<Record<string, JsonValue>>;
  readonly cookie?: Readonly<Record<string, JsonValue>>;
  readonly body?: JsonValue;
}

/** By operationId. */
export type ValuesByOperation = Readonly<Record<string, OperationValues>>;

const places = ['path', 'query', 'header', 'cookie'] as const;

/** The model as if its document had these values as examples. Throws CannotGoOnError for names that it does not have. */
export function withValues(model: ApiModel, values: ValuesByOperation): ApiModel {
  const ids = model.operations.map(({ operationId }) => operationId);
  for (const [id, given] of Object.entries(values)) {
    const operation = model.operations.find(({ operationId }) => operationId === id);
    if (operation === undefined)
      throw unknown(`the operation '${id}'`, meantOr(`it has ${ids.join(', ')}.`, id, ids));
    if (!isObject(given))
      throw unknown(`${id}: something else than values`, 'give path, query, header, cookie or body.');
    refuseUnknown(operation, given);
  }
  const operations = model.operations.map((operation) => {
    const given = Object.hasOwn(values, operation.operationId) ? values[operation.operationId] : undefined;
    return given === undefined ? operation : withGivenValues(operation, given);
  });
  return { ...model, operations };
}

function refuseUnknown({ operationId, parameters, requestBody }: Operation, given: OperationValues): void {
  for (const [place, values] of Object.entries(given)) {
    if (place === 'body') {
      if (requestBody === undefined) throw unknown(`${operationId}: a body`, 'the operation takes none.');
      continue;
    }
    if (!places.some((one) => one === place) || !isObject(values))
      throw unknown(
        `${operationId}: '${place}'`,
        'give path, query, header, cookie (each an object of values by name) or body.',
      );
    const names = parameters.flatMap((one) => (one.in === place ? [one.name] : []));
    const wrong = Object.keys(values).find((name) => !names.includes(name));
    if (wrong !== undefined)
      throw unknown(
        `${operationId}: the ${place} parameter '${wrong}'`,
        meantOr(`it has ${names.join(', ') || 'none'}.`, wrong, names),
      );
  }
}

function unknown(what: string, hint: string): CannotGoOnError {
  return new CannotGoOnError(
    `The given values have ${what}, which the document does not have.`,
    `Correct them: ${hint}`,
  );
}

/** An operation whose examples are the given values. */
export function withGivenValues(operation: Operation, given: OperationValues): Operation {
  const { requestBody } = operation;
  const { body } = given;
  return {
    ...operation,
    parameters: operation.parameters.map((parameter) => withExample(parameter, given[parameter.in])),
    requestBody:
      requestBody === undefined || body === undefined
        ? requestBody
        : {
            ...requestBody,
            contents: requestBody.contents.map((content) => ({
              ...content,
              examples: [exampleOf(body, content)],
            })),
          },
  };
}

function withExample(parameter: Parameter, values: OperationValues['path'] = {}): Parameter {
  const value = Object.hasOwn(values, parameter.name) ? values[parameter.name] : undefined;
  return value === undefined ? parameter : { ...parameter, examples: [exampleOf(value, parameter)] };
}

function exampleOf(value: JsonValue, { source }: Pick<Parameter, 'source'>): Example {
  return {
    name: 'given',
    summary: undefined,
    description: undefined,
    value,
    externalValue: undefined,
    when: undefined,
    source,
  };
}

/** Whether something in the operation's path is neither given nor suggested by the document: behind it there may be nothing. */
export function hasMadeUpPath({ parameters }: Operation): boolean {
  return parameters.some(
    ({ in: place, examples, schema }) =>
      place === 'path' &&
      examples.length === 0 &&
      schema.examples.length === 0 &&
      (schema.default ?? schema.const ?? schema.enum) === undefined,
  );
}
