import { STATUS_CODES } from 'node:http';
import type {
  Link,
  MediaTypeContent,
  Operation,
  ResponseHeader,
  ResponseModel,
} from '../../../openapi/model/api-model.ts';
import { exampleReplies } from '../../../openapi/operations/example-replies.ts';
import { concreteMediaType } from '../../../openapi/operations/media-types.ts';
import { renderInlineText, renderText } from '../markdown/document-text.ts';
import { type SchemaRowOptions, schemaRow } from '../schema-view/schema-row.ts';
import { shownText, valueText } from '../schema-view/schema-texts.ts';
import type { ContentView, ReplyLinkView, ReplyView, SchemaRowView } from '../views.ts';
import { exampleView } from './examples.ts';
import { idOf } from './parameter-groups.ts';
import { isWide, shortExample } from './short-example.ts';

const kinds = ['informational', 'success', 'redirection', 'client-error', 'server-error'] as const;

/** RFC 9110's names where older versions of Node have those of RFC 7231. */
const newerPhrases: Readonly<Record<string, string>> = {
  413: 'Content Too Large',
  422: 'Unprocessable Content',
};

export function statusPhrase(status: string): string {
  return newerPhrases[status] ?? STATUS_CODES[status] ?? '';
}

function kindOf(status: string): ReplyView['kind'] {
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
    id: idOf(idPrefix, 'status', response.status),
    status: response.status,
    phrase: statusPhrase(response.status),
    kind: kindOf(response.status),
    descriptionHtml: renderText(response.description),
    assumptionHtml: renderInlineText(response.assumption),
    ...headerViews(response, withPlace(response)),
    contents: response.contents.map((content) =>
      replyContent(response, content, examples, withPlace(response)),
    ),
    links: response.links.map((link) => linkView(link, options)),
  }));
}

/** The same headers stand at every status: described at the first, named with a link at the others. */
function headerViews(
  response: ResponseModel,
  options: SchemaRowOptions,
): Pick<ReplyView, 'headers' | 'headersSee'> {
  const headers: SchemaRowView[] = [];
  const known = new Map<string, string[]>();
  for (const header of response.headers) {
    const key = `${header.source.file}#${header.source.pointer}`;
    const earlier = options.said?.earlier(key);
    if (earlier === undefined) {
      headers.push(headerRow(header, response, options));
      options.said?.note(key, options.place);
    } else known.set(earlier, [...(known.get(earlier) ?? []), header.name]);
  }
  return { headers, headersSee: [...known].map(([href, names]) => ({ label: names.join(', '), href })) };
}

/** Of several examples, those that go with the reply's own (they have the same names), else the first two. */
function headerRow(
  header: ResponseHeader,
  response: ResponseModel,
  options: SchemaRowOptions,
): SchemaRowView {
  const row = schemaRow({ name: header.name, node: header.schema, isRequired: header.isRequired }, options);
  const written = header.examples.filter((example) => example.externalValue === undefined);
  const names = response.contents.flatMap((content) => content.examples.map((example) => example.name));
  const ofReply = written.filter((example) => names.includes(example.name));
  const examples = ofReply.length > 0 ? ofReply : written.slice(0, 2);
  return {
    ...row,
    isDeprecated: row.isDeprecated || header.isDeprecated,
    descriptionHtml: header.description === undefined ? row.descriptionHtml : renderText(header.description),
    assumptionHtml:
      header.assumption === undefined ? row.assumptionHtml : renderInlineText(header.assumption),
    examples: examples.length === 0 ? row.examples : examples.map((example) => shownText(example.value)),
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
    const value = isShort && content.schema ? shortExample(content.schema, 'isWriteOnly') : reply.value;
    if (value === undefined) return [];
    const written = content.examples.find((example) => example.name === reply.name);
    const title =
      reply.summary ?? (reply.name === 'example' || reply.isGenerated ? words.example : reply.name);
    // A generated example is the same wherever its schema is.
    const { file, pointer } = written?.source ?? content.schema?.source ?? content.source;
    const key = `example ${file}#${pointer}`;
    const earlier = options.said?.earlier(key);
    if (earlier !== undefined) {
      return [{ name: reply.name, title, descriptionHtml: '', codeHtml: '', language: '', href: earlier }];
    }
    options.said?.note(key, options.place);
    const example = { name: reply.name, value, ...(written === undefined ? {} : written) };
    return [exampleView(mediaType, example, title, content.schema?.name)];
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
    descriptionHtml: renderText(link.description),
    target: href === undefined ? undefined : { label: id, href },
    parameters: Object.entries(link.parameters).map(([name, value]) => ({ name, value: valueText(value) })),
  };
}
