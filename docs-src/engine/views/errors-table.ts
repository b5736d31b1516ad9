import type { JsonValue, Operation } from '../../../openapi/model/api-model.ts';
import { grouped } from '../../../openapi/model/grouped.ts';
import { renderInlineText, renderText } from '../markdown/document-text.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { ErrorCode } from './error-codes.ts';
import type { PageLinks } from './page-links.ts';
import { idOf } from './parameter-groups.ts';
import { statusPhrase } from './replies.ts';
import type { ErrorsTableView, LinkView } from './views.ts';

/** More links than this say nothing: the error can happen nearly everywhere. */
const maximumOperations = 12;

interface Code {
  readonly code: string;
  readonly message: string;
}

/** What an error code was said for: one message, or what its examples are about. */
interface CodeUses {
  readonly messages: Set<string>;
  readonly summaries: Set<string>;
}

interface ErrorStatus {
  readonly meanings: string[];
  readonly codes: Map<string, CodeUses>;
  readonly operations: Operation[];
}

/** `code` and `message` of an error body, at its top or under `error`: what most APIs call them. */
function codeOf(value: JsonValue): Code | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const object = value as Readonly<Record<string, JsonValue | undefined>>;
  const inner = object.error;
  if (typeof object.code !== 'string') return inner === undefined ? undefined : codeOf(inner);
  const message = object.message ?? object.detail ?? object.title;
  return { code: object.code, message: typeof message === 'string' ? message : '' };
}

function createStatus(): ErrorStatus {
  return { meanings: [], codes: new Map(), operations: [] };
}

/** What the examples of replies say with each code, those of single problems too: a reader pastes such a sentence. */
export function errorMessages(operations: readonly Operation[]): ReadonlyMap<string, ReadonlySet<string>> {
  const messages = new Map<string, Set<string>>();
  const contents = operations.flatMap(({ responses }) => responses.flatMap(({ contents }) => contents));
  for (const { value } of contents.flatMap(({ examples }) => examples)) {
    const code = codeOf(value)?.code;
    if (code !== undefined)
      messages.set(code, new Set([...(messages.get(code) ?? []), ...messagesIn(value)]));
  }
  return messages;
}

function messagesIn(value: unknown): string[] {
  return Object.entries(value ?? {}).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === 'message' || key === 'detail' ? [inner] : []) : messagesIn(inner),
  );
}

/** The document's own explanation of a code; else the one message that its examples have, else what they are about. */
function meaningOfCode(explained: string | undefined, { messages, summaries }: CodeUses): string {
  if (explained !== undefined) return renderInlineText(explained);
  return escapeHtml([...(messages.size === 1 ? messages : summaries)].join('; '));
}

/**
 * Every error that the API can answer with: the statuses that operations name and those of the codes that the document
 * explains; what each means, its codes, where it can happen.
 */
export function errorsTable(
  operations: readonly Operation[],
  explained: readonly ErrorCode[],
  links: PageLinks,
): ErrorsTableView {
  const statuses = new Map<string, ErrorStatus>();
  const entryOf = (status: string): ErrorStatus => {
    const entry = statuses.get(status) ?? createStatus();
    statuses.set(status, entry);
    return entry;
  };
  for (const { status, code } of explained) {
    entryOf(status).codes.set(code, { messages: new Set(), summaries: new Set() });
  }
  for (const operation of operations) {
    for (const response of operation.responses) {
      if (!/^[45]/.test(response.status)) continue;
      const entry = entryOf(response.status);
      entry.operations.push(operation);
      entry.meanings.push(response.description);
      for (const example of response.contents.flatMap((content) => content.examples)) {
        const code = codeOf(example.value);
        if (code === undefined) continue;
        const uses: CodeUses = entry.codes.get(code.code) ?? { messages: new Set(), summaries: new Set() };
        entry.codes.set(code.code, uses);
        uses.messages.add(code.message);
        uses.summaries.add(example.summary ?? code.message);
      }
    }
  }
  const descriptions = new Map(explained.map(({ code, description }) => [code, description]));
  const sorted = [...statuses].sort(([left], [right]) => left.localeCompare(right));
  return {
    rows: sorted.map(([status, entry]) => ({
      id: idOf('error', status),
      status,
      phrase: statusPhrase(status),
      meaningHtml: renderText(meaningOf(entry, descriptions)),
      codes: [...entry.codes].map(([code, uses]) => ({
        id: idOf('error', status, code),
        code,
        meaningHtml: meaningOfCode(descriptions.get(code), uses),
      })),
      operations: operationLinks(entry.operations, operations.length, links),
    })),
  };
}

/** What most operations say of a status; nothing where its only code is explained: that says the same. */
function meaningOf({ meanings, codes }: ErrorStatus, explained: ReadonlyMap<string, string>) {
  const [only, another] = codes.keys();
  if (only !== undefined && another === undefined && explained.has(only)) return undefined;
  const groups = grouped(meanings.map((meaning) => [meaning, meaning] as const));
  return [...groups.values()].sort((left, right) => right.length - left.length)[0]?.[0];
}

/** Where an error can happen; nothing where that is everywhere. */
function operationLinks(operations: readonly Operation[], all: number, links: PageLinks): LinkView[] {
  if (operations.length > maximumOperations || operations.length === all) return [];
  return operations.flatMap((operation) => {
    const href = links.operation(operation.operationId);
    return href === undefined ? [] : [{ label: operation.summary ?? operation.operationId, href }];
  });
}
