import { describe, expect, it } from 'vitest';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { readPattern } from '../../../../openapi/model/schema/read-pattern.ts';
import { createRequestValidator } from '../../../../openapi/operations/judge/create-request-validator.ts';
import { generateValue } from '../../../../openapi/operations/values/generate-value.ts';
import { bodyOf, operationOf, schemaOf } from '../../model-of.ts';

describe('reads a pattern in the meaning of the engine that it was written for', () => {
  it.each<{ given: string; takes: readonly string[]; refuses: readonly string[] }>([
    { given: '^\\p{L}+$', takes: ['été'], refuses: ['1'] },
    { given: '^[\\w-.]+$', takes: ['a-b.c'], refuses: ['a b'] },
    { given: '^a\\-b\\_c$', takes: ['a-b_c'], refuses: ['ab_c'] },
    { given: "^[\\p{L}\\'\\- ]+$", takes: ["l'été-là"], refuses: ['p{L}', '1'] },
    { given: '^\\p{Lu}\\@$', takes: ['É@'], refuses: ['p@'] },
    { given: '(?i)^x-', takes: ['X-Note', 'x-note'], refuses: ['y-note'] },
    { given: '^(?i)x$', takes: ['X'], refuses: ['y'] },
    { given: '^(?i:x)y$', takes: ['Xy'], refuses: ['xz'] },
    { given: '(?s)^a.b$', takes: ['a\nb'], refuses: ['ab'] },
    { given: '(?m)^b$', takes: ['a\nb'], refuses: ['ab'] },
    { given: '\\A[a-z]+\\z', takes: ['abc'], refuses: ['Aabcz', 'ABC'] },
    { given: '\\A\\d+\\Z', takes: ['12'], refuses: ['A12Z'] },
    { given: '^(?P<year>\\d{4})-(?P=year)$', takes: ['2024-2024'], refuses: ['2024-2025'] },
    { given: '^(?>ab)+$', takes: ['abab'], refuses: ['aba'] },
    { given: '^a(?#a comment)b$', takes: ['ab'], refuses: ['a'] },
    { given: '^[[:alpha:]_]+$', takes: ['a_b'], refuses: ['a:', '1'] },
    { given: '^[[:digit:][:upper:]]+$', takes: ['A1'], refuses: ['a'] },
    { given: '^\\h+$', takes: [' \t'], refuses: ['h', '\n'] },
    { given: '^\\\\A\\@$', takes: ['\\A@'], refuses: ['@'] },
    { given: '', takes: ['', 'a'], refuses: [] },
  ])('$given', ({ given, takes, refuses }) => {
    const expression = readPattern(given);
    expect(takes.filter((text) => !expression?.test(text))).toEqual([]);
    expect(refuses.filter((text) => expression?.test(text))).toEqual([]);
  });

  it.each([
    '(',
    '[',
    '(?<!',
    'a{2,1}',
    '*',
    '\\p{Nonsense}',
    '(?<a>x)(?<a>y)',
    '(?x',
    '[z-a]',
    '\\k<a>(?<b>x)',
  ])('reads nothing into %s', (pattern) => {
    expect(readPattern(pattern)).toBeUndefined();
  });
});

describe('a pattern that cannot be read', () => {
  it('is named once, with its place', async () => {
    const { warnings } = await readModel({ document: 'test/documents/odd-patterns.yaml', strict: false });
    expect(warnings.map(({ message, location }) => `${location.pointer}: ${message}`)).toEqual([
      "/paths/~1shelves~1{code}/post/parameters/1/schema/pattern: the pattern [ can't be read (Unterminated character class), so nothing is checked by it",
      "/paths/~1shelves~1{code}/post/requestBody/content/application~1json/schema/patternProperties/(?<!: the pattern (?<! can't be read (Unterminated group), so nothing is checked by it",
    ]);
  });

  it('lets every value pass, and the rest of its schema is checked', async () => {
    const operation = await operationOf('odd-patterns.yaml', 'addBook');
    const validator = createRequestValidator(operation, { emptyParameters: 'value' });
    const problemsOf = (value: object) =>
      validator.body(bodyOf('application/json', JSON.stringify(value))).problems;
    const problems = ['978-1', '977-1'].map((isbn) => problemsOf({ isbn, 'X-Note': 'a', other: 5 }));
    expect(problems.map((found) => found.length)).toEqual([0, 1]);
    expect(problemsOf({ 'X-Note': 5 })).toHaveLength(1);
  });

  it.each<{ given: object; want: unknown }>([
    { given: { type: 'string', pattern: '(' }, want: 'text' },
    { given: { type: 'string', pattern: '(?i)^X-[a-c]$' }, want: 'X-a' },
    {
      given: { type: 'object', minProperties: 1, patternProperties: { '(?i)^x-': { const: 1 } } },
      want: { 'x-': 1 },
    },
    {
      given: { type: 'object', minProperties: 1, patternProperties: { '(': { const: 1 } } },
      want: { key1: expect.anything() },
    },
  ])('makes a value for $given', async ({ given, want }) => {
    expect(generateValue(await schemaOf(given))).toEqual(want);
  });
});
