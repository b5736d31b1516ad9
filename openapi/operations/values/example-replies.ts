import type {
  ExampleCondition,
  JsonValue,
  MediaTypeContent,
  Operation,
  ResponseHeader,
  ResponseModel,
} from '../../model/api-model.ts';
import { headerTexts } from '../../model/header-texts.ts';
import { isSendableAs } from '../../model/http-headers.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { bestFirst, concreteMediaType, jsonFirst, mediaTypeFit } from '../wire/media-types.ts';
import { generateValue } from './generate-value.ts';
import { isForServerToSay, madeUpHeader } from './made-up-header.ts';

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
export function exampleReplies({ responses }: Operation): readonly ExampleReply[] {
  return responses.flatMap((response) => repliesOf(response, responses));
}

function repliesOf(response: ResponseModel, others: readonly ResponseModel[]): readonly ExampleReply[] {
  const shared = { status: sendableStatus(response, others), documentedStatus: response.status };
  if (response.contents.length > 0)
    return response.contents.flatMap((content) => contentReplies(content, response, shared));
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
        return content.schema === undefined ? '' : madeUpOf(content.schema);
      },
    },
  ];
}

const madeUp = new WeakMap<SchemaNode, JsonValue>();

/** The same for every reply that has the schema: all operations may refuse with one. */
function madeUpOf(schema: SchemaNode): JsonValue {
  const known = madeUp.get(schema);
  if (known !== undefined) return known;
  const made = generateValue(schema, { skip: 'writeOnly' });
  madeUp.set(schema, made);
  return made;
}

/** `4XX` is 400; `default` is 200 where it is what a valid request is answered with, else 500. */
function sendableStatus(response: ResponseModel, others: readonly ResponseModel[]): number {
  if (response.status !== 'default') return Number(response.status.replaceAll('X', '0'));
  return byLikelihood(others)[0] === response ? 200 : 500;
}

/**
 * The responses in the order in which a valid request gets them: the lowest exact 2xx, other exact ones, `2XX`, then the first that is
 * no error (`default` among them), then all others. A status of 1XX is never the final one (RFC 9110, section 15.2).
 */
function byLikelihood(responses: readonly ResponseModel[]): readonly ResponseModel[] {
  const rank = ({ status }: ResponseModel) => {
    if (status === '2XX') return 300;
    if (status.startsWith('2')) return Number(status);
    return status === 'default' || status.startsWith('3') ? 400 : 500;
  };
  return responses
    .filter(({ status }) => !status.startsWith('1'))
    .toSorted((first, second) => rank(first) - rank(second));
}

/** The responses that a valid request may get: each 2xx, else the one that stands for them. */
export function successResponses(responses: readonly ResponseModel[]): readonly ResponseModel[] {
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  return successes.length > 0 ? successes : byLikelihood(responses).slice(0, 1);
}

/** The headers that are documented. */
function exampleHeaders({ headers }: ResponseModel, bodyName: string): Readonly<Record<string, string>> {
  const texts = headers.flatMap((header) => {
    const text = exampleHeader(header, bodyName);
    return text === undefined ? [] : [[header.name, text] as const];
  });
  return Object.fromEntries(texts);
}

/**
 * A header's example, of several the one that has the name of the body's, else a value made up; one that can't be sent only where
 * there is no other.
 */
function exampleHeader(header: ResponseHeader, bodyName: string): string | undefined {
  const { examples, others } = headerTexts(header, bodyName);
  const isSendable = (text: string) => isSendableAs(header.name, text);
  const written = examples.find(isSendable);
  if (written !== undefined) return written;
  if (!header.isRequired && (examples.length > 0 || isForServerToSay(header.name))) return examples[0];
  const made = madeUpHeader(header);
  return [made, ...others].find(isSendable) ?? made;
}

export interface ExampleChoice {
  readonly status?: number;
  /** Name of an example. */
  readonly name?: string;
  /** A media type or a range. */
  readonly mediaType?: string;
}

/**
 * One example reply: of the status (exactly, else its class, else `default`), or without one of the response that a valid request
 * gets; of the name and media type if given, else JSON before others. undefined where the document has none such.
 */
export function chooseExampleReply(
  { responses }: Operation,
  { status, name, mediaType }: ExampleChoice = {},
): ExampleReply | undefined {
  const ofStatus = status === undefined ? undefined : findResponse(responses, status);
  const possible = status === undefined ? byLikelihood(responses) : ofStatus === undefined ? [] : [ofStatus];
  for (const response of possible) {
    const named = repliesOf(response, responses).filter((reply) => name === undefined || reply.name === name);
    const fitting = repliesOfType(named, mediaType);
    // What is for certain requests is for others only where there is nothing else.
    const found = fitting.find(({ when }) => when === undefined) ?? fitting[0];
    if (found !== undefined)
      return status === undefined || found.status === status ? found : withStatus(found, status);
  }
  return undefined;
}

/** Those that a media type or range allows, the best first; without one all, JSON first. What has no body is of every type. */
export function repliesOfType(
  replies: readonly ExampleReply[],
  mediaType: string | undefined,
): readonly ExampleReply[] {
  if (mediaType === undefined) return jsonFirst(replies, (reply) => reply.mediaType ?? '');
  const bodiless = replies.filter((reply) => reply.mediaType === undefined);
  return [...bestFirst(replies, (reply) => mediaTypeFit(mediaType, reply.mediaType ?? '')), ...bodiless];
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
