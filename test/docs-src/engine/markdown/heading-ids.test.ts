import { describe, expect, test } from 'vitest';
import { createHeadingIds, type HeadingIdStyle } from '../../../../docs-src/engine/markdown/heading-ids.ts';

/** Ids of a page, file by file; `## Get` is a heading of level 2. */
function ids(files: readonly (readonly string[])[], style: HeadingIdStyle = 'counted'): string[][] {
  const ofRendering = createHeadingIds(style);
  return files.map((headings) => {
    const next = ofRendering();
    return headings.map((heading) => next(heading.replace(/^#+ /, ''), heading.indexOf(' ')));
  });
}

describe('Slate’s own count', () => {
  test.each([
    [
      ['# One', '# One', '## One'],
      ['one', 'one-2', 'one-3'],
    ],
    [
      ['# 検索', '# 検索'],
      ['33d3427e6e', '33d3427e6e-2'],
    ],
    [
      ['# &copy; 2020', '# <user_id> here'],
      ['copy-2020', 'here'],
    ],
    [['# <code>GET</code>'], ['get']],
    [
      ['# A', '# A', '# A 2'],
      ['a', 'a-2', 'a-2.2'],
    ],
    [
      ['# B', '## A', '## A', '## A 2'],
      ['b', 'a', 'a-2', 'b.a-2'],
    ],
  ])('is of one file: %j', (given, want) => {
    expect(ids([given])).toEqual([want]);
  });

  test('of Slate 2.0 reads tags as text', () => {
    expect(ids([['# <code>GET</code>', '# 検索']], 'tagged')).toEqual([['code-get-code', '33d3427e6e']]);
  });
});

describe('an id that Slate gave twice', () => {
  test('stays with the first heading, and the later is named after the heading above it', () => {
    expect(ids([['# Top'], ['# One', '## Request'], ['# Two', '## Request', '## Request']])).toEqual([
      ['top'],
      ['one', 'request'],
      ['two', 'two.request', 'request-2'],
    ]);
  });

  test('keeps its new name when the page grows', () => {
    const [, , two] = ids([
      ['# A', '# A', '## Request', '## Request'],
      ['# Other', '## Request'],
      ['# Two', '## Request'],
    ]);
    expect(two).toEqual(['two', 'two.request']);
  });

  test('is counted where nothing stands above it', () => {
    expect(ids([['# A'], ['# A', '# A'], ['# A'], ['# B', '## B', '## A', '# B', '### A']])).toEqual([
      ['a'],
      ['a.2', 'a-2'],
      ['a.3'],
      ['b', 'b-2', 'b.a', 'b-3', 'b-3.a-2'],
    ]);
  });
});

describe('nested ids', () => {
  test('have all levels seen so far before them, in all files', () => {
    expect(
      ids(
        [
          ['# Users', '## Get', '# Pets', '### Errors'],
          ['## List', '### Errors'],
        ],
        'nested',
      ),
    ).toEqual([
      ['users', 'users-get', 'pets', 'pets-get-errors'],
      ['pets-list', 'pets-list-errors'],
    ]);
  });

  test('are not numbered, but told apart where Slate gave one twice', () => {
    expect(ids([['# Users', '## Get', '## Get', '# Users', '## Get']], 'nested')).toEqual([
      ['users', 'users-get', 'users.users-get', 'users.2', 'users.2.users-get'],
    ]);
  });

  test('read the tags of the headings above as text', () => {
    expect(ids([['# <code>GET</code>', '## One']], 'nested')).toEqual([['get', 'code-get-code-one']]);
  });
});

test('Redcarpet’s own anchors are not counted', () => {
  expect(ids([['# One', '## Request', '# Été', '## Request']], 'anchors')).toEqual([
    ['one', 'request', 't', 't.request'],
  ]);
});

test('Slate 1.1 keeps letters, digits and dashes', () => {
  expect(ids([['# What&#39;s <b>New</b> v1.0']], 'joined')).toEqual([['what39s-bnewb-v1-0']]);
});
