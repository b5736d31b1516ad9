import { describe, expect, it } from 'vitest';
import { createJournal, type JournalEntry } from '../../../mock/engine/journal.ts';

const counted: string[] = [];
const exchangeOf = (key: string) => ({
  describe: (number: number) => ({ number }) as JournalEntry,
  hasKey: (asked: string) => asked === key,
  count: () => void counted.push(key),
});
const numbersIn = (journal: ReturnType<typeof createJournal>, chosen = {}) =>
  journal.entries(chosen).map(({ number }) => number);

function journalOf(keys: string, capacity = 3) {
  const journal = createJournal(capacity);
  for (const key of keys) journal.add(exchangeOf(key));
  return journal;
}

describe('createJournal', () => {
  it('keeps the last exchanges, oldest first, and goes on counting', () => {
    expect(numbersIn(journalOf('aaaaa'))).toEqual([3, 4, 5]);
  });

  it('is empty after clear and goes on counting', () => {
    const journal = journalOf('aaaa');
    journal.clear();
    expect(numbersIn(journal)).toEqual([]);
    journal.add(exchangeOf('a'));
    expect(numbersIn(journal)).toEqual([5]);
  });

  it('chooses by key and by number, and clears those of a key alone', () => {
    const journal = journalOf('abab', 10);
    expect(numbersIn(journal, { key: 'a' })).toEqual([1, 3]);
    expect(numbersIn(journal, { key: 'a', since: 1 })).toEqual([3]);
    journal.clear('a');
    expect(numbersIn(journal)).toEqual([2, 4]);
    journal.add(exchangeOf('a'));
    expect(numbersIn(journal, { key: 'a' })).toEqual([5]);
  });

  it('has what it forgets counted, and what it keeps when it is asked to', () => {
    counted.length = 0;
    const journal = journalOf('abcde');
    expect(counted.splice(0)).toEqual(['a', 'b']);
    journal.clear('d');
    expect(counted.splice(0)).toEqual(['d']);
    journal.countAll();
    expect(counted.splice(0)).toEqual(['c', 'e']);
  });

  it('tells who waits for the next', async () => {
    const journal = journalOf('');
    const told = journal.next().then(() => numbersIn(journal));
    journal.add(exchangeOf('a'));
    expect(await told).toEqual([1]);
  });
});
