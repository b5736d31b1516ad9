import ts from 'typescript';
import { expect, test } from 'vitest';
import { mutantsOf } from '../../../../scripts/chores/mutants/mutants-of.ts';

test.each([
  {
    given: 'a === b && c < 1',
    want: ['a !== b && c < 1', 'a === b || c < 1', 'a === b && c <= 1', 'a === b && c < 0'],
  },
  { given: 'a ? true : b', want: ['!(a) ? true : b', 'a ? false : b'] },
  { given: 'if (a) b();', want: ['if (!(a)) b();'] },
  { given: "f('x', [y], [], '')", want: ["f('', [y], [], '')", "f('x', [], [], '')"] },
  { given: 'a.filter(b).map(c)', want: ['a.map(c)'] },
  { given: "const a: 'x' = { 'y': 2 };", want: [] },
  { given: "import a from 'x';", want: [] },
  { given: 'index += 1;', want: [] },
])('$given becomes $want', ({ given, want }) => {
  const source = ts.createSourceFile('toy.ts', given, ts.ScriptTarget.Latest, true);
  const changed = mutantsOf(source).map(
    ({ start, end, text }) => given.slice(0, start) + text + given.slice(end),
  );
  expect(changed.toSorted()).toEqual(want.toSorted());
});
