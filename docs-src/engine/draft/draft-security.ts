import type { DraftNotes } from './draft-notes.ts';
import type { DraftedOperation } from './draft-operation.ts';
import type { KeyScheme } from './key-schemes.ts';

type Requirement = Readonly<Record<string, readonly string[]>>;

export interface DraftSecurity {
  /** Of the whole document. */
  readonly usual: readonly Requirement[];
  /** Of an operation that differs. */
  readonly own: ReadonlyMap<DraftedOperation, readonly Requirement[]>;
  readonly schemes: Readonly<Record<string, object>> | undefined;
}

/**
 * The keys that texts about no operation tell of hold for all, else those that most operations show. An operation has those that its
 * own requests carry; one whose requests carry none needs none, which is unclear where others do.
 */
export function draftSecurity(
  operations: readonly DraftedOperation[],
  told: readonly (readonly KeyScheme[])[],
  notes: DraftNotes,
): DraftSecurity {
  const all = [...told, ...operations.flatMap(({ keys }) => keys)];
  if (all.length === 0) return { usual: [], own: new Map(), schemes: undefined };
  const usual = requirementsOf(told.length > 0 ? told : all.slice(0, 1));
  const own = new Map<DraftedOperation, readonly Requirement[]>();
  for (const operation of operations) {
    const { keys, hasRequests, found } = operation;
    const requirements = requirementsOf(keys);
    if (keys.length === 0 && !hasRequests) continue;
    if (keys.length === 0)
      notes.unclear(
        found,
        `The requests of ${found.method.toUpperCase()} ${found.path} carry no key: the draft asks for none.`,
      );
    if (JSON.stringify(requirements) !== JSON.stringify(usual)) own.set(operation, requirements);
  }
  return { usual, own, schemes: Object.fromEntries(all.flat().map(({ id, scheme }) => [id, scheme])) };
}

/** Keys that are sent together are one requirement; each other way to send them is an alternative. */
function requirementsOf(keys: readonly (readonly KeyScheme[])[]): readonly Requirement[] {
  const sets = keys.map((set) => [...new Set(set.map(({ id }) => id))].sort());
  const different = [...new Map(sets.map((ids) => [ids.join(), ids])).values()];
  return different.map((ids) => Object.fromEntries(ids.map((id) => [id, []])));
}
