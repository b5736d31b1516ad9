import { STATUS_CODES } from 'node:http';
import type { Link, MediaTypeContent, Operation, ResponseModel } from '../../../openapi/model/api-model.ts';
import { valueText } from '../../../openapi/model/value-text.ts';
import { exampleReplies } from '../../../openapi/operations/values/example-replies.ts';
import { isWide } from '../../../openapi/operations/values/is-wide.ts';
import { shortValue } from '../../../openapi/operations/values/short-value.ts';
import { concreteMediaType } from '../../../openapi/operations/wire/media-types.ts';
import { asSent, exampleView } from './examples.ts';
import { idOf } from './parameter-groups.ts';
import { replyHeaders } from './response-headers.ts';
import { type SchemaRowOptions, schemaRow } from './schema-row.ts';
import type { ContentView, ReplyHeadView, ReplyLinkView, ReplyView, SchemaRowView } from './views.ts';

const kinds = ['informational', 'success', 'redirection', 'client-error', 'server-error'] as const;

/** RFC 9110's names where older versions of Node have those of RFC 7231. */
const newerPhrases: Readonly<Record<string, string>> = {
  413: 'Content Too Large',
  422: 'Unprocessable Content',
};

export function statusPhrase(status: string): string {
  return newerPhrases[status] ?? STATUS_CODES[status] ?? '';
}

function kindOf(status: string): ReplyHeadView['kind'] {
  return kinds[Number(status[0]) - 1] ?? 'default';
}

/** One view per documented status, in document order. */
export function replyViews(operation: Operation, idPrefix: string, options: SchemaRowOptions): ReplyView[] {
  const examples = exampleReplies(operation);
  const withPlace = (response: ResponseModel): SchemaRowOptions => ({
    ...options,
    purpose: 'reply',
    title: `${options.title} ${response.status}`,
    place: `#${idOf(idPrefix, 'status', response.status)}`,
  });
  return operation.responses.map((response) => ({
    ...replyHead(response, withPlace(response)),
    id: idOf(idPrefix, 'status', response.status),
    assumption: options.links.assumption(response.assumption),
    contents: response.contents.map((content) =>
      replyContent(response, content, examples, withPlace(response)),
    ),
    links: response.links.map((link) => linkView(link, options)),
  }));
}

/** All of a reply but its body. */
export function replyHead(response: ResponseModel, options: SchemaRowOptions): ReplyHeadView {
  return {
    status: response.status,
    phrase: statusPhrase(response.status),
    kind: kindOf(response.status),
    descriptionHtml: options.links.textHtml(response.description),
    ...replyHeaders(response, options),
  };
}

function replyContent(
  response: ResponseModel,
  content: MediaTypeContent,
  examples: ReturnType<typeof exampleReplies>,
  options: SchemaRowOptions,
): ContentView {
  const { words } = options;
  const mediaType = concreteMediaType(content.mediaType);
  const ofContent = examples.filter(
    (example) => example.documentedStatus === response.status && example.mediaType === mediaType,
  );
  const external = content.examples.filter((example) => example.externalValue !== undefined);
  const shown = ofContent.flatMap((reply) => {
    if (reply.isGenerated && external.length > 0) return [];
    const isShort = reply.isGenerated && content.schema !== undefined && isWide(content.schema);
    // Asking a generated reply for its value makes it.
    const value = isShort && content.schema ? shortValue([content.schema], 'writeOnly') : reply.value;
    if (value === undefined) return [];
    const written = content.examples.find((example) => example.name === reply.name);
    const title =
      reply.summary ?? (reply.name === 'example' || reply.isGenerated ? words.example : reply.name);
    return [exampleView(mediaType, asSent(mediaType, written ?? { value }, content), title, content.schema)];
  });
  const row =
    content.schema === undefined
      ? undefined
      : schemaRow({ name: undefined, node: content.schema, isRequired: false }, options);
  return {
    mediaType: content.mediaType,
    ...schemaViews(row),
    examples: [
      ...shown,
      ...external.map((example) => exampleView(mediaType, example, example.summary ?? example.name)),
    ],
  };
}

/** A schema that is shown elsewhere needs no tree of its own. */
export function schemaViews(row: SchemaRowView | undefined): Pick<ContentView, 'schema' | 'schemaSee'> {
  if (row?.see === undefined) return { schema: row, schemaSee: undefined };
  return { schema: undefined, schemaSee: { label: row.type, href: row.see.href } };
}

function linkView(link: Link, { links }: SchemaRowOptions): ReplyLinkView {
  const id = link.operationId ?? link.operationRef ?? '';
  const href = link.operationId === undefined ? undefined : links.operation(link.operationId);
  return {
    name: link.name,
    descriptionHtml: links.textHtml(link.description),
    target: href === undefined ? undefined : { label: id, href },
    parameters: Object.entries(link.parameters).map(([name, value]) => ({ name, value: valueText(value) })),
  };
}
