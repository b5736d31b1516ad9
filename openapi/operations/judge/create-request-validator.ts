import type { JsonObject, JsonValue, MediaTypeContent, Operation, Parameter } from '../../model/api-model.ts';
import { findMisfits } from '../../model/schema/compile-schema.ts';
import { schemaForDirection } from '../../model/schema/directional-schema.ts';
import { findContent } from '../wire/media-types.ts';
import { parseBody } from '../wire/parse-body.ts';
import {
  type ParameterValues,
  type ParseOptions,
  parseParameters,
  type RawParameters,
} from '../wire/parse-parameters.ts';
import { checkParameterRules } from './check-parameter-rules.ts';
import { describeSchema } from './describe-schema.ts';
import { type Explanation, explainErrors } from './explain-errors.ts';
import type { RequestProblem } from './request-problem.ts';

/** Judges requests of one operation. Everything that is wrong is told at once. */
export interface RequestValidator {
  /** Reads and checks path, query, headers and cookies, the rules between them included. */
  parameters(raw: RawParameters): CheckedParameters;
  /** Reads and checks a body; undefined where none was sent. */
  body(received: ReceivedRequestBody | undefined): CheckedBody;
}

interface CheckedParameters {
  /** Decoded, typed, defaults filled in. What has a problem may be absent, or not fit its schema. */
  readonly values: ParameterValues;
  readonly problems: readonly RequestProblem[];
  readonly unknownQueryNames: readonly string[];
}

export interface ReceivedRequestBody {
  /** As sent, with its parameters (charset, boundary). */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

interface CheckedBody {
  /** undefined where no body was sent, or none can be read. XML and other files are text, unchecked. */
  readonly value: JsonValue | undefined;
  readonly problems: readonly RequestProblem[];
}

/** A validator of one operation's requests. Schemas are compiled when they are first needed, then kept. */
export function createRequestValidator(operation: Operation, options: ParseOptions): RequestValidator {
  return {
    parameters(raw) {
      const parsed = parseParameters(operation, raw, options);
      const problems = [...parsed.problems];
      for (const parameter of parsed.sent) {
        const value = parsed.values[parameter.in][parameter.name];
        const isAllowedEmpty = value === '' && parameter.allowsEmptyValue;
        if (value !== undefined && !isAllowedEmpty) problems.push(...checkParameter(parameter, value));
      }
      const indexOf = ({ where, name }: RequestProblem) =>
        operation.parameters.findIndex((one) => one.in === where && one.name === name);
      const faulty = new Set(problems.flatMap((problem) => operation.parameters[indexOf(problem)] ?? []));
      problems.push(...checkParameterRules(operation, parsed, faulty));
      const position = (problem: RequestProblem) =>
        indexOf(problem) < 0 ? operation.parameters.length : indexOf(problem);
      problems.sort((first, second) => position(first) - position(second));
      return { values: parsed.values, problems, unknownQueryNames: parsed.unknownQueryNames };
    },
    body: (received) => checkBody(operation, received),
  };
}

function checkParameter(parameter: Parameter, value: JsonValue): readonly RequestProblem[] {
  const { name, in: where, schema } = parameter;
  return misfitsOf(schema.jsonSchema, value).map((misfit) => {
    const { pointer, code, predicate } = misfit;
    // A plain value gets one sentence with all that is allowed; a part of a list or object is named by its path.
    const allowed = pointer === '' ? describeSchema(schema.jsonSchema, schema.jsonSchema) : misfit.allowed;
    const subject = pointer === '' ? name : `${name}${pointer}`;
    const problem = { where, name, code, message: `${subject} ${predicate}.`, ...givenValue(misfit) };
    return allowed === undefined ? problem : { ...problem, allowed };
  });
}

function checkBody(operation: Operation, received: ReceivedRequestBody | undefined): CheckedBody {
  const { requestBody } = operation;
  if (requestBody === undefined) return { value: undefined, problems: [] };
  const mediaTypes = requestBody.contents.map(({ mediaType }) => mediaType).join(', ');
  if (received === undefined || received.bytes.byteLength === 0) {
    const message = `The request needs a body of the media type ${mediaTypes}.`;
    const missing: RequestProblem = {
      where: 'body',
      name: '',
      code: 'missing',
      message,
      allowed: mediaTypes,
    };
    return { value: undefined, problems: requestBody.isRequired ? [missing] : [] };
  }
  const content = findContent(requestBody.contents, received.contentType);
  if (content === undefined) {
    const message = `The body must be of the media type ${mediaTypes}, not ${received.contentType}.`;
    const problem = {
      where: 'body',
      name: '',
      code: 'wrong-media-type',
      message,
      allowed: mediaTypes,
    } as const;
    return { value: undefined, problems: [{ ...problem, value: received.contentType }] };
  }
  const parsed = parseBody(received.contentType, received.bytes, content);
  if ('problem' in parsed) return { value: undefined, problems: [parsed.problem] };
  return { value: parsed.value, problems: parsed.isValue ? checkBodyValue(content, parsed.value) : [] };
}

function checkBodyValue({ schema }: MediaTypeContent, value: JsonValue): readonly RequestProblem[] {
  if (schema === undefined) return [];
  return misfitsOf(schemaForDirection(schema.jsonSchema, 'request'), value).map((misfit) => {
    const { pointer, code, predicate, allowed } = misfit;
    const subject = pointer === '' ? 'The body' : pointer.slice(1).replaceAll('/', '.');
    const problem = {
      where: 'body' as const,
      name: pointer,
      code,
      message: `${subject} ${predicate}.`,
      ...givenValue(misfit),
    };
    return allowed === undefined ? problem : { ...problem, allowed };
  });
}

function misfitsOf(schema: JsonObject | boolean, value: JsonValue): readonly Explanation[] {
  return explainErrors(findMisfits(schema, value), schema);
}

function givenValue({ value }: Explanation): { value?: JsonValue } {
  return value === undefined ? {} : { value };
}
