import { expect, it } from 'vitest';
import { readHarnessCase } from '../../../../scripts/chores/prism-harness/read-harness-case.ts';

/** What the harness puts the document's path for. */
const document = ['$', '{document}'].join('');
const caseOf = (changes: Readonly<Record<string, string>> = {}) => {
  const sections = {
    ...{ test: 'a rule', spec: 'openapi: 3.0.0', server: `mock -p 4010 ${document}` },
    ...{
      command: 'curl -i http://localhost:4010/a',
      expect: 'HTTP/1.1 200 OK\ncontent-type: text/plain\n\nok',
    },
    ...changes,
  };
  const text = Object.entries(sections).map(([name, body]) => `====${name}====\n${body}\n`);
  return readHarnessCase('a.txt', text.join(''));
};

it('reads the document, the command and the reply that is wanted', () => {
  expect(caseOf()).toEqual({
    name: 'a.txt',
    document: 'openapi: 3.0.0',
    version: '3.0.0',
    isProxy: false,
    command: 'curl -i http://localhost:4010/a',
    expected: { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok', isExact: true },
    class: 'A',
  });
});

it.each([
  { rule: 'a switch', given: { server: `mock -p 4010 ${document} --errors` } },
  { rule: 'a word of its own in the query', given: { command: 'curl http://localhost:4010/a?__code=404' } },
  { rule: 'Prefer', given: { command: "curl -H 'Prefer: code=404' http://localhost:4010/a" } },
  { rule: 'a refusal', given: { expect: 'HTTP/1.1 422 Unprocessable Entity' } },
])('$rule makes a case one of class B', ({ given }) => {
  expect(caseOf(given).class).toBe('B');
});

it('names what a file lacks', () => {
  expect(() => readHarnessCase('b.txt', '====test====\n')).toThrow(
    'b.txt: the section expect-keysOnly is missing.',
  );
});
