import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHeadingIds, type NextId } from '../../../../docs-src/engine/markdown/heading-ids.ts';
import { readElements } from '../../../../docs-src/engine/markdown/page-elements.ts';
import { createSlateMarkdown } from '../../../../docs-src/engine/markdown/slate-markdown.ts';
import { addUnmentioned } from '../../../../docs-src/engine/outline/add-unmentioned.ts';
import { directive } from '../../../../docs-src/engine/outline/document-sections.ts';
import {
  createOutline,
  type Placement,
  withUniqueAnchors,
} from '../../../../docs-src/engine/outline/outline.ts';
import { pageOfDocument } from '../../../../docs-src/engine/outline/page-of-document.ts';
import { wordsOf } from '../../../../docs-src/engine/words/words.ts';
import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { modelOf } from '../../../openapi/model-of.ts';
import { toyModel } from '../views/toy-model.ts';

const document = path.join(import.meta.dirname, '../../../documents/pet-care.yaml');
const model = await readModel({ document, strict: false });

function outline(...texts: readonly string[]) {
  const nextId = createHeadingIds('counted')();
  const markdown = createSlateMarkdown({ locale: 'en' });
  const elements = texts.map((text, index) =>
    readElements(markdown, { file: `page-${index}.md`, firstLine: 1, text }, nextId),
  );
  return withUnmentioned(createOutline(elements, model, nextId), model, nextId);
}

function withUnmentioned(
  outline: ReturnType<typeof createOutline>,
  of: ApiModel,
  nextId: NextId,
  locale = 'en',
) {
  addUnmentioned([outline], of, wordsOf(locale), nextId);
  return { placements: withUniqueAnchors(outline.placements), faults: outline.faults };
}

/** The outline in a line a placement: `h1 pets`, `operation listPets`. */
function told(placements: readonly Placement[]): string[] {
  return placements.map((placement) => {
    if (placement.kind === 'heading') return `h${placement.heading.level} ${placement.heading.id}`;
    if (placement.kind === 'operation') {
      const { heading, operation } = placement;
      return `${heading === undefined ? '' : `h${heading.level} ${heading.id} `}operation ${operation.operationId}`;
    }
    return placement.kind;
  });
}

describe('a directive', () => {
  test('puts an operation under the writer’s own heading, which gets its id as an anchor', () => {
    const { placements } = outline(
      '# Pets\n\n## All of them\n\nbefore\n\n<!-- kit operation listPets -->\n\nafter',
    );
    expect(told(placements).slice(0, 5)).toEqual([
      'h1 pets',
      'h2 all-of-them',
      'html',
      'operation listPets',
      'html',
    ]);
    expect(placements[1]).toMatchObject({
      heading: { anchors: ['listPets'] },
      operation: { operationId: 'listPets' },
    });
  });

  test('brings a heading where the writer has none, or another operation has it', () => {
    const { placements } = outline(
      '# Pets\n\n<!-- kit operation listPets -->\n\n## One\n\n<!-- kit operation getPet -->\n\n<!-- kit operation addPet -->',
    );
    expect(told(placements).slice(0, 5)).toEqual([
      'h1 pets',
      'h2 list-pets operation listPets',
      'h2 one',
      'operation getPet',
      'h2 add-a-pet operation addPet',
    ]);
  });

  test.each([
    { given: { summary: 'All toys' }, want: ['all-toys', ['toy']] },
    { given: {}, want: ['toy', []] },
  ])('leads to the heading of $given by the operationId too: $want', async ({ given, want }) => {
    const some = await toyModel({ toy: given });
    const { placements } = createOutline(
      [[directive('operation', 'toy')]],
      some,
      createHeadingIds('counted')(),
    );
    const [first] = placements;
    const heading = first?.kind === 'operation' ? first.heading : undefined;
    expect([heading?.id, heading?.anchors]).toEqual(want);
  });

  test('shows the samples of an operation alone, and the operation all the same', () => {
    const { placements, faults } = outline(
      '# One\n\n<!-- kit sample listPets -->\n\n<!-- kit operation listPets -->',
    );
    expect(faults).toEqual([]);
    expect(told(placements).slice(0, 3)).toEqual(['h1 one', 'sample', 'h2 list-pets operation listPets']);
  });

  test('that names nothing known is a fault at its line', () => {
    const { faults } = outline('# One\n\ntext\n\n<!-- kit plans -->');
    const message = 'The document has no usage plans (info.x-sla).';
    expect(faults).toEqual([{ file: 'page-0.md', line: 5, message }]);
  });

  test('that places an operation twice is a fault', () => {
    const { faults } = outline('<!-- kit operation listPets -->', '\n\n<!-- kit operation listPets -->');
    expect(faults).toMatchObject([{ file: 'page-1.md', line: 3 }]);
  });
});

describe('an operation that no page mentions', () => {
  test('is added at the end of the section of its tag', () => {
    const { placements } = outline('# Pets\n\n<!-- kit operation getPet -->\n\n# Errors\n\ntext');
    expect(told(placements)).toEqual([
      'h1 pets',
      'h2 get-a-pet operation getPet',
      'h2 list-pets operation listPets',
      'h2 add-a-pet operation addPet',
      'h1 owners',
      'html',
      'h2 list-owners operation listOwners',
      'h1 webhooks',
      'h2 a-pet-got-lost operation postPetLost',
      'h1 errors',
      'html',
    ]);
  });

  test('stands before the includes where the page has no operation at all', () => {
    const { placements } = outline('# Welcome', '# Errors');
    expect(told(placements)[0]).toBe('h1 welcome');
    expect(told(placements).at(-1)).toBe('h1 errors');
    expect(told(placements)).toContain('h2 list-owners operation listOwners');
  });
});

describe('a document without pages and an empty page', () => {
  const operation = (summary: string, tags?: readonly string[]) => ({
    summary,
    ...(tags === undefined ? {} : { tags }),
    responses: { 200: { description: 'ok', headers: { 'X-Left': { schema: { type: 'integer' } } } } },
  });
  const operations = (count: number, tags?: readonly string[]) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `/things${index}`,
        { get: operation(`Thing ${index}`, tags), put: operation(`Put ${index}`, tags) },
      ]),
    );

  test.each([
    [
      'operations with tags',
      { paths: operations(2, ['Things']), tags: [{ name: 'Things', description: 'T' }] },
    ],
    ['a tag that is not declared', { paths: operations(2, ['Odd']) }],
    ['few operations without a tag', { paths: operations(2) }],
    ['many operations without a tag', { paths: operations(30) }],
    ['a tag and an operation of one name', { paths: { '/a': { get: operation('Pets', ['Pets']) } } }],
    [
      'webhooks, two at one name',
      { paths: {}, webhooks: { stock: { post: operation('Low'), put: operation('Out') } } },
    ],
    ['webhooks beside operations', { paths: operations(1), webhooks: { stock: { post: operation('Low') } } }],
    ['neither', { paths: {} }],
  ])('show the same sections: %s', async (_name, rest) => {
    const some = await modelOf({ openapi: '3.1.0', info: { title: 'T', version: '1' }, ...rest });
    for (const locale of ['en', 'fr']) {
      const ofDocument = createHeadingIds('counted')();
      const page = pageOfDocument(some, wordsOf(locale), ofDocument);
      const generated = withUnmentioned(createOutline([page], some, ofDocument), some, ofDocument, locale);
      const ofPage = createHeadingIds('counted')();
      ofPage('T', 1);
      const written = withUnmentioned(createOutline([], some, ofPage), some, ofPage, locale);
      expect(generated.placements.slice(1)).toEqual(written.placements);
    }
  });

  test('a page’s own section takes what is missing of the document’s, in the page’s language', async () => {
    const paths = { '/a': { get: operation('A') } };
    const webhooks = { stock: { post: operation('Low') } };
    const some = await modelOf({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths, webhooks });
    const nextId = createHeadingIds('counted')();
    const text = { file: 'index.md', firstLine: 1, text: '# webhooks\n\n# Opérations\n\n# Fin' };
    const elements = readElements(createSlateMarkdown({ locale: 'fr' }), text, nextId);
    const { placements } = withUnmentioned(createOutline([elements], some, nextId), some, nextId, 'fr');
    expect(told(placements)).toEqual([
      'h1 webhooks',
      'h2 low operation postStock',
      'h1 operations',
      'h2 a operation getA',
      'h1 fin',
      'h1 en-tetes-de-reponse',
      'headers',
    ]);
  });
});

test.each([
  {
    given: [
      ['a', ['x']],
      ['b', ['x', 'y']],
    ],
    want: [['x'], ['y']],
  },
  {
    given: [
      ['a', ['b']],
      ['b', []],
    ],
    want: [[], []],
  },
] as const)('a further address that another heading has is dropped: $given', ({ given, want }) => {
  const html: Placement = { kind: 'html', html: '<p>a</p>', markdown: 'a' };
  const headings = given.map(([id, anchors]): Placement => {
    const heading = { level: 1, id, anchors, title: id, titleHtml: id } as const;
    return { kind: 'heading', heading, group: undefined, operation: undefined };
  });
  const [first, ...others] = withUniqueAnchors([html, ...headings]);
  expect(first).toBe(html);
  expect(others.map((placement) => 'heading' in placement && placement.heading?.anchors)).toEqual(want);
});
