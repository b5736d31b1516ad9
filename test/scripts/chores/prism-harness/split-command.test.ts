import { expect, it } from 'vitest';
import { splitCommand } from '../../../../scripts/chores/prism-harness/split-command.ts';

it.each([
  { given: 'curl -i  http://a/b', want: ['curl', '-i', 'http://a/b'] },
  { given: `curl -H 'a: b' --data "c \\"d\\" $e"`, want: ['curl', '-H', 'a: b', '--data', 'c "d" $e'] },
  { given: `curl -d a'b c'"d"\\ e`, want: ['curl', '-d', 'ab cd e'] },
  { given: "curl -d ''", want: ['curl', '-d', ''] },
  { given: 'curl \\\n  -i a; rm b', want: ['curl', '-i', 'a;', 'rm', 'b'] },
])('$given is $want', ({ given, want }) => {
  expect(splitCommand(given)).toEqual(want);
});
