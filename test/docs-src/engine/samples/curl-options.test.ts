import { expect, test } from 'vitest';
import { shell } from '../../../../docs-src/engine/samples/shell/shell.ts';
import { nastyRequests } from './nasty-requests.ts';

/** Releases in which curl got the options that samples may use (curl(1), "Added in"). */
const addedIn: Readonly<Record<string, number>> = {
  '--data-binary': 7.2,
  '--data-raw': 7.43,
  '--data-urlencode': 7.18,
  '--form': 5,
  '--form-string': 7.13,
  '--get': 7.08,
  '--head': 4,
  '--header': 5,
  '--request': 6,
  '--user': 4,
};

/** Of 2018: what long-lived systems still have. */
const oldestCurl = 7.6;

/** The options of a sample: no value, which stands in quotes, looks like one to a shell. */
function optionsOf(sample: string): string[] {
  const withoutValues = sample.replace(/\$'(?:[^'\\]|\\[\s\S])*'|'[^']*'(?:\\''[^']*')*/g, '');
  return withoutValues.match(/(?<=\s)-[^\s]+/g) ?? [];
}

test('the oldest curl that samples run with knows their options', () => {
  const used = new Set(Object.values(nastyRequests).flatMap((request) => optionsOf(shell.print(request))));
  expect([...used].toSorted()).toEqual(Object.keys(addedIn));
  // Two digits a number: 7.08 is 7.8, 7.6 is 7.60.
  expect(Object.entries(addedIn).filter(([, release]) => release > oldestCurl)).toEqual([]);
});
