import type { ApiModel, Operation, ResponseHeader, ResponseModel } from '../../../openapi/model/api-model.ts';
import { grouped } from '../../../openapi/model/grouped.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { idOf } from './parameter-groups.ts';
import { shownExamples } from './plain-row.ts';
import { type SchemaRowOptions, schemaRow } from './schema-row.ts';
import type { ReplyView, SchemaRowView, SharedHeadersView } from './views.ts';

/**
 * Headers that the same replies send, each described alike by all of them: they stand together, once, in a section of their
 * own.
 */
export interface SharedHeaders {
  readonly headers: readonly ResponseHeader[];
  readonly anchor: string;
  /** Statuses that come with them, in order; empty where each reply of the document does. */
  readonly statuses: readonly string[];
}

interface Use {
  readonly header: ResponseHeader;
  readonly replies: Set<ResponseModel>;
  isSame: boolean;
}

function withCallbacks(operation: Operation): Operation[] {
  return [
    operation,
    ...operation.callbacks.flatMap((callback) => callback.operations.flatMap(withCallbacks)),
  ];
}

function isSameHeader(one: ResponseHeader, other: ResponseHeader): boolean {
  if (one.source.file === other.source.file && one.source.pointer === other.source.pointer) return true;
  const [left, right] = [one, other].map((header) =>
    jsonText([
      header.description,
      header.isRequired,
      header.isDeprecated,
      header.assumption,
      header.schema.jsonSchema,
      header.examples.map(({ name, value }) => [name, value]),
    ]),
  );
  return left === right;
}

/**
 * The headers that more than one reply sends and all describe alike; names have no letter case (RFC 9110, 5.1). What differs
 * from reply to reply is described at each.
 */
export function sharedHeaders(model: ApiModel): readonly SharedHeaders[] {
  const replies = [...model.operations, ...model.webhooks]
    .flatMap(withCallbacks)
    .flatMap((operation) => operation.responses);
  const uses = new Map<string, Use>();
  for (const reply of replies) {
    for (const header of reply.headers) {
      const name = header.name.toLowerCase();
      const use = uses.get(name) ?? { header, replies: new Set<ResponseModel>(), isSame: true };
      use.isSame &&= isSameHeader(use.header, header);
      uses.set(name, use);
      use.replies.add(reply);
    }
  }
  const places = new Map(replies.map((reply, index) => [reply, index]));
  const shared = [...uses.values()].filter(({ isSame, replies: senders }) => isSame && senders.size > 1);
  const groups = grouped(
    shared.map((use) => [[...use.replies].map((reply) => places.get(reply)).join(), use] as const),
  );
  return [...groups.values()].map((group) => {
    const senders = group[0]?.replies ?? new Set();
    const statuses = new Set([...senders].map(({ status }) => status));
    return {
      headers: group.map(({ header }) => header),
      anchor: idOf('headers', group[0]?.header.name.toLowerCase() ?? ''),
      statuses: senders.size === places.size ? [] : [...statuses].sort(),
    };
  });
}

/** Address of the row of a shared header. */
function headerAnchor(name: string): string {
  return idOf('header', name.toLowerCase());
}

export function sharedHeaderViews(
  groups: readonly SharedHeaders[],
  options: SchemaRowOptions,
): SharedHeadersView[] {
  const { words } = options;
  return groups.map(({ headers, anchor, statuses }) => ({
    anchor,
    sent: statuses.length === 0 ? words.sentAlways : words.sentWith(statuses.join(', ')),
    rows: headers.map((header) => ({ ...headerRow(header, [], options), id: headerAnchor(header.name) })),
  }));
}

/** The headers of one reply: those that have a section of their own are named with a link, the others described. */
export function replyHeaders(
  response: ResponseModel,
  options: SchemaRowOptions,
): Pick<ReplyView, 'headers' | 'headersSee'> {
  const headers: SchemaRowView[] = [];
  const places = new Map<string, string[]>();
  const names = response.contents.flatMap((content) => content.examples.map((example) => example.name));
  for (const header of response.headers) {
    const href = options.links.headers(header.name);
    if (href === undefined) headers.push(headerRow(header, names, options));
    else places.set(href, [...(places.get(href) ?? []), header.name]);
  }
  return { headers, headersSee: [...places].map(([href, names]) => ({ label: names.join(', '), href })) };
}

/** Of several examples, those that go with the reply's own (they have the same names), else the first. */
function headerRow(
  header: ResponseHeader,
  namesOfReply: readonly string[],
  options: SchemaRowOptions,
): SchemaRowView {
  const row = schemaRow({ name: header.name, node: header.schema, isRequired: header.isRequired }, options);
  const written = header.examples.filter((example) => example.externalValue === undefined);
  const ofReply = written.filter((example) => namesOfReply.includes(example.name));
  const examples = (ofReply.length > 0 ? ofReply : written).map((example) => example.value);
  return {
    ...row,
    isDeprecated: row.isDeprecated || header.isDeprecated,
    descriptionHtml:
      header.description === undefined ? row.descriptionHtml : options.links.textHtml(header.description),
    assumption: options.links.assumption(header.assumption) ?? row.assumption,
    examples: examples.length === 0 ? row.examples : shownExamples(examples, row),
  };
}
