import { STATUS_CODES } from 'node:http';
import type { Link, MediaTypeContent, Operation, ResponseModel } from '../../../openapi/model/api-model.ts';
import { exampleReplies } from '../../../openapi/operations/example-replies.ts';
import { concreteMediaType } from '../../../openapi/operations/media-types.ts';
import { renderText } from '../markdown/document-text.ts';
import { type SchemaRowOptions, schemaRow } from '../schema-view/schema-row.ts';
import { valueText } from '../schema-view/schema-texts.ts';
import type { ContentView, ReplyLinkView, ReplyView } from '../views.ts';
import { exampleView } from './examples.ts';
import { idOf } from './parameter-groups.ts';

const kinds = ['informational', 'success', 'redirection', 'client-error', 'server-error'] as const;

export function statusPhrase(status: string): string {
  return STATUS_CODES[status] ?? '';
}

function kindOf(status: string): ReplyView['kind'] {
  return kinds[Number(status[0]) - 1] ?? 'default';
}

/** One view per documented status, in document order. */
export function replyViews(operation: Operation, idPrefix: string, options: SchemaRowOptions): ReplyView[] {
  const examples = exampleReplies(operation);
  return operation.responses.map((response) => ({
    id: idOf(idPrefix, 'status', response.status),
    status: response.status,
    phrase: statusPhrase(response.status),
    kind: kindOf(response.status),
    descriptionHtml: renderText(response.description),
    assumption: response.assumption,
    headers: headerRows(response, options),
    contents: response.contents.map((content) => replyContent(response, content, examples, options)),
    links: response.links.map((link) => linkView(link, options)),
  }));
}

function headerRows(response: ResponseModel, options: SchemaRowOptions): ReplyView['headers'] {
  return response.headers.map((header) => {
    const row = schemaRow({ name: header.name, node: header.schema, isRequired: header.isRequired }, options);
    const examples = header.examples.filter((example) => example.externalValue === undefined);
    return {
      ...row,
      isDeprecated: row.isDeprecated || header.isDeprecated,
      descriptionHtml:
        header.description === undefined ? row.descriptionHtml : renderText(header.description),
      assumption: header.assumption ?? row.assumption,
      examples:
        examples.length === 0
          ? row.examples
          : examples.slice(0, 2).map((example) => valueText(example.value)),
    };
  });
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
    if (reply.value === undefined || (reply.isGenerated && external.length > 0)) return [];
    const written = content.examples.find((example) => example.name === reply.name);
    const title =
      reply.summary ?? (reply.name === 'example' || reply.isGenerated ? words.example : reply.name);
    const example = { name: reply.name, value: reply.value, ...(written === undefined ? {} : written) };
    return [exampleView(mediaType, example, title, content.schema?.name)];
  });
  return {
    mediaType: content.mediaType,
    schema:
      content.schema === undefined
        ? undefined
        : schemaRow(
            { name: undefined, node: content.schema, isRequired: false },
            { ...options, purpose: 'reply', title: `${options.title} ${response.status}` },
          ),
    examples: [
      ...shown,
      ...external.map((example) => exampleView(mediaType, example, example.summary ?? example.name)),
    ],
  };
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
