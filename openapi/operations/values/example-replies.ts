import type {
  ExampleCondition,
  JsonValue,
  MediaTypeContent,
  Operation,
  ResponseModel,
} from '../../model/api-model.ts';
import { headerTextOf, headerTexts } from '../../model/header-texts.ts';
import { isHeaderValue } from '../../model/http-headers.ts';
import { concreteMediaType, mediaTypeMatches } from '../wire/media-types.ts';
import { generateValue } from './generate-value.ts';

/** One reply that the document shows, or that its schema implies. */
export interface ExampleReply {
  /** A number that can be sent: 400 for `4XX`. */
  readonly status: number;
  /** As the document writes it: `4XX`, `default`. */
  readonly documentedStatus: string;
  /** undefined where the response has no content. */
  readonly mediaType: string | undefined;
  /** The example's name; empty where there is no content, `generated` where the value is made from the schema. */
  readonly name: string;
  readonly summary: string | undefined;
  readonly isGenerated: boolean;
  /** The requests that it is the answer to; undefined: any. */
  readonly when: ExampleCondition | undefined;
  /** undefined where the response has no content. Made when first asked for if it is generated. */
  readonly value: JsonValue | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Every named example of every response and media type, in document order; a content without one gets a generated one. */
export function exampleReplies(operation: Operation): readonly ExampleReply[] {
  return operation.responses.flatMap((response) => {
    const shared = {
      status: sendableStatus(response.status, operation),
      documentedStatus: response.status,
    };
    if (response.contents.length === 0)
      return [
        {
          ...shared,
          headers: exampleHeaders(response, ''),
          mediaType: undefined,
          name: '',
          summary: undefined,
          isGenerated: false,
          when: undefined,
          value: undefined,
        },
      ];
    return response.contents.flatMap((content) => contentReplies(content, response, shared));
  });
}

function contentReplies(
  content: MediaTypeContent,
  response: ResponseModel,
  shared: Pick<ExampleReply, 'status' | 'documentedStatus'>,
): readonly ExampleReply[] {
  const mediaType = concreteMediaType(content.mediaType);
  const examples = content.examples.filter(({ externalValue }) => externalValue === undefined);
  if (examples.length > 0)
    return examples.map(({ name, summary, value, when }) => ({
      ...shared,
      headers: exampleHeaders(response, name),
      mediaType,
      name,
      summary,
      isGenerated: false,
      when,
      value,
    }));
  let generated: { readonly value: JsonValue } | undefined;
  return [
    {
      ...shared,
      headers: exampleHeaders(response, 'generated'),
      mediaType,
      name: 'generated',
      summary: undefined,
      isGenerated: true,
      when: undefined,
      get value() {
        generated ??= {
          value: content.schema === undefined ? '' : generateValue(content.schema, { skip: 'writeOnly' }),
        };
        return generated.value;
      },
    },
  ];
}

/** `4XX` is 400; `default` is 200 where nothing else says what success looks like, else 500. */
function sendableStatus(status: string, operation: Operation): number {
  if (status !== 'default') return Number(status.replaceAll('X', '0'));
  return operation.responses.some((response) => response.status.startsWith('2')) ? 500 : 200;
}

/**
 * Required headers and those with an example; the others may as well be absent. Of several examples the one that has the
 * name of the body's goes with it; one that can't be sent only where there is no other.
 */
function exampleHeaders(response: ResponseModel, bodyName: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const header of response.headers) {
    const { examples, others } = headerTexts(header, bodyName);
    let text = examples.find(isHeaderValue);
    if (text === undefined && header.isRequired) {
      const made = headerTextOf(generateValue(header.schema));
      text = [made, ...others].find(isHeaderValue) ?? made;
    }
    text ??= examples[0];
    if (text !== undefined) headers[header.name] = text;
  }
  return headers;
}

export interface ExampleChoice {
  readonly status?: number;
  /** Name of an example. */
  readonly name?: string;
  /** A media type or a range. */
  readonly mediaType?: string;
}

/**
 * One example reply: of the status (exactly, else its class, else `default`), or without one of the first success; of the
 * name and media type if given. undefined where the document has none such.
 */
export function chooseExampleReply(
  operation: Operation,
  choice: ExampleChoice = {},
): ExampleReply | undefined {
  const { status, name, mediaType } = choice;
  const all = exampleReplies(operation).filter(
    (reply) =>
      (name === undefined || reply.name === name) &&
      (mediaType === undefined ||
        reply.mediaType === undefined ||
        mediaTypeMatches(mediaType, reply.mediaType)),
  );
  // What is for certain requests is for others only where there is nothing else.
  const fitting = [
    ...all.filter(({ when }) => when === undefined),
    ...all.filter(({ when }) => when !== undefined),
  ];
  if (status === undefined) {
    const successes = fitting.filter((reply) => reply.status >= 200 && reply.status < 300);
    // A status of 1XX is never the final one (RFC 9110, section 15.2).
    return (
      successes.toSorted((first, second) => first.status - second.status)[0] ??
      fitting.find((reply) => reply.status >= 200)
    );
  }
  const documented = findResponse(operation.responses, status)?.status;
  const found = fitting.find((reply) => reply.documentedStatus === documented);
  return found === undefined || found.status === status ? found : withStatus(found, status);
}

/** The response that describes a status: the exact one, else its class (`4XX`), else `default` (Responses Object). */
export function findResponse(responses: readonly ResponseModel[], status: number): ResponseModel | undefined {
  const byStatus = (wanted: string) => responses.find((response) => response.status === wanted);
  return byStatus(String(status)) ?? byStatus(`${Math.floor(status / 100)}XX`) ?? byStatus('default');
}

function withStatus(reply: ExampleReply, status: number): ExampleReply {
  return {
    ...reply,
    status,
    get value() {
      return reply.value;
    },
  };
}
