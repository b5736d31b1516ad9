import type { ApiModel, JsonValue, Operation, Parameter } from '../../model/api-model.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import type { KnownCall } from '../judge/judge.ts';
import { allParts } from '../judge/walk-value.ts';
import { findResponse } from '../values/example-replies.ts';
import { essenceOf, findContent, isJsonMediaType } from '../wire/media-types.ts';
import { parseBody } from '../wire/parse-body.ts';
import { parseParameters } from '../wire/parse-parameters.ts';
import { contentTypeOf } from '../wire/read-reply.ts';
import { createCallCounts, mostUndocumented } from './call-counts.ts';
import type { OperationCoverage, ParameterCoverage } from './coverage-report.ts';
import { createPropertyIndex, type DocumentedProperty } from './property-index.ts';

/** What stands for a call that got no reply, as in a HAR. */
const noReply = 0;

/** Counts what calls of one operation use. */
export interface OperationTally {
  see(call: KnownCall, times: number): void;
  report(): OperationCoverage;
}

export function createOperationTally(operation: Operation, model: ApiModel): OperationTally {
  const { operationId, method, path, parameters, responses, requestBody } = operation;
  let calls = 0;
  const statuses = createCallCounts<string>();
  const sent = createCallCounts<Parameter>();
  const values = createCallCounts<string>();
  const properties = createCallCounts<DocumentedProperty>();
  const oddStatuses = createCallCounts<string>(mostUndocumented);
  const oddParameters = createCallCounts<string>(mostUndocumented);
  const oddProperties = createCallCounts<string>(mostUndocumented);
  const ofRequest = createPropertyIndex('isReadOnly');
  const ofReplies = createPropertyIndex('isWriteOnly');
  for (const { mediaType, schema } of requestBody?.contents ?? [])
    if (schema !== undefined && hasProperties(mediaType)) ofRequest.add('request', schema);
  for (const { status, contents } of responses)
    for (const { mediaType, schema } of contents)
      if (schema !== undefined && isJsonMediaType(mediaType)) ofReplies.add(status, schema);

  function seeParameters({ request }: KnownCall, times: number): void {
    const read = parseParameters(operation, request, { emptyParameters: model.emptyParameters });
    for (const parameter of read.sent) {
      sent.add(parameter, times);
      const value = read.values[parameter.in][parameter.name] ?? null;
      for (const one of enumValues(parameter))
        if (has(value, one)) values.add(valueKey(parameter, one), times);
    }
    for (const name of read.unknownQueryNames) oddParameters.add(name, times);
  }

  function seeBody(
    body: string,
    index: typeof ofReplies,
    schema: SchemaNode,
    value: JsonValue,
    times: number,
  ): void {
    const { documented, undocumented } = index.seenIn(schema, value);
    for (const property of documented) properties.add(property, times);
    for (const pattern of undocumented) oddProperties.add(`${body} ${pattern}`, times);
  }

  function seeRequestBody({ request: { headers, body } }: KnownCall, times: number): void {
    const contentType = headers['content-type'] ?? '';
    const content = requestBody && findContent(requestBody.contents, contentType);
    if (body === undefined || content?.schema === undefined || !hasProperties(contentType)) return;
    const parsed = parseBody(contentType, body, content);
    if ('value' in parsed) seeBody('request', ofRequest, content.schema, parsed.value, times);
  }

  function seeReply({ reply }: KnownCall, times: number): void {
    if (reply.status === noReply) return;
    const response = findResponse(responses, reply.status);
    if (response === undefined) {
      oddStatuses.add(String(reply.status), times);
      return;
    }
    statuses.add(response.status, times);
    const { body } = reply;
    const mediaType = contentTypeOf(reply);
    if (mediaType === undefined || body === undefined || !isJsonMediaType(mediaType)) return;
    const schema = findContent(response.contents, mediaType)?.schema;
    if (schema !== undefined) seeBody(response.status, ofReplies, schema, body, times);
  }

  function coverageOf(parameter: Parameter): ParameterCoverage {
    return {
      name: parameter.name,
      in: parameter.in,
      calls: sent.of(parameter),
      values: enumValues(parameter).map((value) => ({ value, calls: values.of(valueKey(parameter, value)) })),
    };
  }

  const queryNames = parameters.flatMap((known) => (known.in === 'query' ? [known.name] : []));
  return {
    see(call, times) {
      calls += times;
      seeParameters(call, times);
      seeRequestBody(call, times);
      seeReply(call, times);
    },
    report: () => ({
      ...{ operationId, method, path, calls },
      statuses: responses.map(({ status }) => ({ status, calls: statuses.of(status) })),
      parameters: parameters.map(coverageOf),
      properties: [...ofRequest.all, ...ofReplies.all].map((property) => ({
        ...property,
        calls: properties.of(property),
      })),
      drift: {
        statuses: oddStatuses.all.map(([status, calls]) => ({ status, calls })),
        parameters: oddParameters.all.map(([name, calls]) => ({
          name,
          nearest: nearestName(name, queryNames),
          calls,
        })),
        properties: oddProperties.all.map(([place, calls]) => {
          const [body = '', pattern = ''] = place.split(/ (.*)/s, 2);
          return { body, pattern, calls };
        }),
      },
    }),
  };
}

/** JSON, and forms. */
function hasProperties(mediaType: string): boolean {
  return isJsonMediaType(mediaType) || /^(application|multipart)\/(x-www-)?form-/.test(essenceOf(mediaType));
}

/** The values that a parameter's schema lists, or the schema of its items. */
function enumValues({ schema }: Parameter): readonly JsonValue[] {
  const parts = allParts([schema]);
  const ofItems = allParts(parts.flatMap(({ items }) => items ?? []));
  return [...new Set([...parts, ...ofItems].flatMap((part) => part.enum ?? []))];
}

function has(value: JsonValue, one: JsonValue): boolean {
  return Array.isArray(value) ? value.includes(one) : value === one;
}

function valueKey({ in: place, name }: Parameter, value: JsonValue): string {
  return JSON.stringify([place, name, value]);
}
