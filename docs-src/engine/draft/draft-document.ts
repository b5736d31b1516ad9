import { STATUS_CODES } from 'node:http';
import { grouped } from '../../../openapi/model/grouped.ts';
import { bracedNames } from '../../../openapi/operations/requests/path-tree.ts';
import { createSlateMarkdown } from '../markdown/slate-markdown.ts';
import { findFenceFaults } from '../source/fence-faults.ts';
import type { PageSource } from '../source/read-page-source.ts';
import { countMethodLines } from './count-method-lines.ts';
import { DraftNotes } from './draft-notes.ts';
import { type DraftedOperation, draftOperation } from './draft-operation.ts';
import { draftSecurity } from './draft-security.ts';
import { type FoundOperations, findOperations } from './find-operations.ts';
import { nameOperations, oneLine, tagOf } from './name-operations.ts';
import { type OperationParts, sortParts } from './operation-parts.ts';
import { type PageBlock, readBlocks } from './page-blocks.ts';

/** What pages say of an API, as a document to start from. */
export interface Draft {
  /** An OpenAPI document; members that are undefined are not there. */
  readonly document: { readonly paths: Readonly<Record<string, object>>; readonly [member: string]: unknown };
  readonly notes: DraftNotes;
  /** Lines of the sources with a method and a path; those that became operations. */
  readonly lines: { readonly all: number; readonly taken: number };
}

/** Reads an API from the pages of a Slate source; undefined where they tell of no operation. */
export function draftDocument(pages: readonly PageSource[]): Draft | undefined {
  const notes = new DraftNotes();
  const markdown = createSlateMarkdown({ locale: 'en', isSlate: true });
  const texts = pages.flatMap((page) => page.texts);
  const blocks = pages.map((page) => page.texts.flatMap((text) => readBlocks(markdown, text)));
  const found = findOperations(blocks);
  const { title } = pages[0]?.settings ?? { title: '' };
  if (found.operations.length === 0) return undefined;
  for (const fault of texts.flatMap((text) => findFenceFaults(markdown, text)))
    notes.unclear(fault, fault.message);
  const operations = found.operations.map((operation) => draftOperation(operation, notes));
  const others = found.others.map(({ blocks: own }) => sortParts(own, new DraftNotes()));
  const security = draftSecurity(
    operations,
    others.flatMap(({ keys }) => keys),
    notes,
  );
  const errors = draftErrors(others, notes);
  const names = nameOperations(found.operations, title);
  const itemOf = (operation: DraftedOperation, index: number) => {
    const { description, parameters, requestBody, responses } = operation;
    const value = {
      ...names[index],
      description,
      parameters,
      requestBody,
      responses: { ...errors.references, ...responses },
      security: security.own.get(operation),
    };
    return [operation.found.path, [operation.found.method, notes.placeAt(value, operation.found)]] as const;
  };
  const hasComponents = security.schemes !== undefined || errors.responses !== undefined;
  const document = {
    openapi: '3.1.1',
    info: draftInfo(title, blocks.flat(), found),
    servers: draftServers(found, notes),
    security: security.usual,
    tags: draftTags(title, found, notes),
    paths: Object.fromEntries(
      [...grouped(operations.map(itemOf))].map(([path, items]) => [path, Object.fromEntries(items)]),
    ),
    components: hasComponents
      ? { securitySchemes: security.schemes, responses: errors.responses }
      : undefined,
  };
  return { document, notes, lines: countMethodLines(texts, found.index, notes) };
}

/** The description is the text before the second heading. */
function draftInfo(
  title: string,
  blocks: readonly PageBlock[],
  { server, operations }: FoundOperations,
): object {
  const end = blocks.findIndex(
    (block, index) =>
      block.kind === 'code' || block === operations[0]?.blocks[0] || (block.kind === 'title' && index > 0),
  );
  const texts = blocks
    .slice(0, end)
    .flatMap((block) => (block.kind === 'text' && !block.markdown.startsWith('<') ? [block.markdown] : []));
  const [, version = '0.1'] = /\/v(\d[\w.]*)$/.exec(server?.base ?? '') ?? [];
  return { title, version, description: texts.join('\n\n') || undefined };
}

/** Placeholders of an address need a default (OpenAPI, Server Variable Object). */
function draftServers(
  { server, operations: [first] }: FoundOperations,
  notes: DraftNotes,
): readonly object[] {
  if (server === undefined) {
    if (first !== undefined)
      notes.unclear(first, 'No address of a server was found: say it under "servers".');
    return [{ url: '/' }];
  }
  const url = `${server.origin}${server.base}`.replace(
    /\{([^{}]*)\}/g,
    (_found, name: string) => `{${name.trim().replace(/\W+/g, '_')}}`,
  );
  const variables = bracedNames(url).map((name) => [
    name,
    { default: name.toLowerCase().replaceAll('_', '-') },
  ]);
  return [
    notes.placeAt(
      { url, variables: variables.length === 0 ? undefined : Object.fromEntries(variables) },
      server,
    ),
  ];
}

function draftTags(
  title: string,
  { operations, others }: FoundOperations,
  notes: DraftNotes,
): readonly object[] {
  return [...grouped(operations.map((operation) => [tagOf(operation, title), operation] as const))].map(
    ([name, [first]]) => {
      const chapter = others.find(({ titles }) => titles.length === 1 && oneLine(titles[0]?.text) === name);
      const text = chapter?.blocks.find((block) => block.kind === 'text');
      const tag = { name, description: text?.markdown };
      return first?.chapter === undefined ? tag : notes.placeAt(tag, first.chapter);
    },
  );
}

/** The table of errors of the whole API: responses that every operation has. */
function draftErrors(others: readonly OperationParts[], notes: DraftNotes) {
  const rows = others.flatMap(({ statuses }) => statuses).filter(({ status }) => /^[45]/.test(status));
  const named = [...grouped(rows.map((row) => [row.status, row] as const))].map(([status, same]) => {
    const name = (STATUS_CODES[status] ?? `Error ${status}`).replace(/[^A-Za-z0-9]+/g, '');
    const response = { description: [...new Set(same.map(({ meaning }) => meaning))].join('\n\n') };
    for (const row of same) notes.placeAt(response, row);
    return { status, name, response };
  });
  const references = named.map(({ status, name }) => [status, { $ref: `#/components/responses/${name}` }]);
  const responses = named.map(({ name, response }) => [name, response]);
  return {
    references: Object.fromEntries(references),
    responses: responses.length === 0 ? undefined : Object.fromEntries(responses),
  };
}
