import { describe, expect, it } from 'vitest';
import { createJournal, type JournalEntry } from '../../../mock/engine/journal.ts';

const entryNumbered = (number: number) => ({ number }) as JournalEntry;
const numbersIn = (journal: ReturnType<typeof createJournal>) =>
  journal.entries().map(({ number }) => number);

describe('createJournal', () => {
  it('keeps the last exchanges, oldest first, and goes on counting', () => {
    const journal = createJournal(3);
    for (let i = 0; i < 5; i += 1) journal.add(entryNumbered);
    expect(numbersIn(journal)).toEqual([3, 4, 5]);
  });

  it('is empty after clear and goes on counting', () => {
    const journal = createJournal(3);
    for (let i = 0; i < 4; i += 1) journal.add(entryNumbered);
    journal.clear();
    expect(numbersIn(journal)).toEqual([]);
    journal.add(entryNumbered);
    expect(numbersIn(journal)).toEqual([5]);
  });
});
