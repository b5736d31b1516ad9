import type { MediaTypeContent, Operation } from '../../model/api-model.ts';
import { isTooDeep, tooDeep } from '../../model/read/nesting.ts';
import { findResponse } from '../values/example-replies.ts';
import { nothingFits } from '../values/nothing-fits.ts';
import { findContent } from '../wire/media-types.ts';
import { contentTypeOf, type ReceivedReply } from '../wire/read-reply.ts';
import { replyValue } from '../wire/reply-value.ts';
import { createReplyValidator, type ReplyValidator } from './create-reply-validator.ts';
import type { Finding } from './finding.ts';
import { breaksOfHttp } from './http-rules.ts';
import { valuePlaces } from './walk-value.ts';

const validators = new WeakMap<Operation, ReplyValidator>();

/** The operation's validator of replies, made once. */
function replyValidatorOf(operation: Operation): ReplyValidator {
  const validator = validators.get(operation) ?? createReplyValidator(operation);
  validators.set(operation, validator);
  return validator;
}

/**
 * All that a reply shows by itself, whatever was asked: misfits to the document, broken musts of HTTP, properties that are
 * write-only or that nobody documented (each of these once, however many items have it).
 */
export function judgeReply(operation: Operation, reply: ReceivedReply): readonly Finding[] {
  if (reply.body !== undefined && isTooDeep(reply.body)) {
    const message = `The body can't be judged: ${tooDeep}.`;
    return [{ code: 'too-deep', about: 'reply', message, basis: 'suspicion', location: operation.source }];
  }
  const contents = findResponse(operation.responses, reply.status)?.contents ?? [];
  const mediaType = contentTypeOf(reply);
  const content = mediaType === undefined ? undefined : findContent(contents, mediaType);
  const sent = { ...reply, mediaType };
  const [misfits, odd] = [replyValidatorOf(operation)(sent), oddProperties(content, sent)];
  const ofExamples = rulesOfExamples([...misfits, ...odd], operation, content, sent);
  const isVain =
    misfits.some(({ code }) => code === 'wrong-body') &&
    nothingFits([content?.schema ?? []].flat(), 'writeOnly');
  const toldApart = (finding: Finding) => {
    if (isVain && finding.code === 'wrong-body')
      return contradiction(finding, 'No body at all fits its schema.');
    if (!ofExamples.has(ruleOf(finding))) return finding;
    return contradiction(finding, "The document's own example breaks this rule, too.");
  };
  return [...misfits.map(toldApart), ...breaksOfHttp(reply, operation.source), ...odd.map(toldApart)];
}

function oddProperties(
  content: MediaTypeContent | undefined,
  { body: sent, mediaType = '' }: Pick<ReceivedReply, 'body' | 'mediaType'>,
): readonly Finding[] {
  const { schema, source: location } = content ?? {};
  if (schema === undefined || location === undefined || sent === undefined) return [];
  const read = replyValue(sent, mediaType, schema);
  const body = read !== undefined && 'value' in read ? read.value : null;
  if (typeof body !== 'object' || body === null) return [];
  const found = new Map<string, Finding>();
  for (const { pattern: name, schemas, isUndocumented } of valuePlaces(schema, body)) {
    if (isUndocumented) {
      const message = `${name} is not documented.`;
      found.set(name, {
        code: 'undocumented-property',
        about: 'reply',
        message,
        name,
        basis: 'undocumented',
        location,
      });
    } else if (schemas.some(({ isWriteOnly }) => isWriteOnly)) {
      const message = `${name} is writeOnly: a reply must not have it.`;
      found.set(name, { code: 'write-only', about: 'reply', message, name, basis: 'document', location });
    }
  }
  return [...found.values()];
}

/** What an example may break: nothing else that we find can be told from it. */
const codesOfExamples: ReadonlySet<string> = new Set(['wrong-body', 'write-only']);

/** Of the rules that are broken, those that an example of this reply breaks, too. */
function rulesOfExamples(
  findings: readonly Finding[],
  operation: Operation,
  content: MediaTypeContent | undefined,
  { status, headers, mediaType }: ReceivedReply,
): ReadonlySet<string> {
  if (content === undefined || !findings.some(({ code }) => codesOfExamples.has(code))) return new Set();
  return new Set(
    content.examples.flatMap(({ value, externalValue }) => {
      if (externalValue !== undefined) return [];
      const misfits = replyValidatorOf(operation)({ status, headers, mediaType, body: value });
      const broken = [...misfits, ...oddProperties(content, { body: value, mediaType })];
      return broken.filter(({ code }) => codesOfExamples.has(code)).map(ruleOf);
    }),
  );
}

/**
 * A rule that the document's own example of this reply breaks, too, or that nobody could keep, is no fault of whoever sends the
 * reply: the document contradicts itself, and nobody can tell what is meant.
 */
function contradiction(finding: Finding, why: string): Finding {
  const message = `${finding.message} ${why}`;
  return { ...finding, code: 'document-contradicts-itself', message, basis: 'suspicion' };
}

/** The place of a rule, for all items of a list, and what it asks for. */
function ruleOf({ code, name = '', expected = '' }: Finding): string {
  return `${code} ${name.replace(/\/\d+(?=\/|$)/g, '/*')} ${expected}`;
}
