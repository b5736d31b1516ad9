/** Editors write a file in several steps: they count as one change. */
const settledAfterMs = 80;

/** Calls back once for changes that come together. */
export function settledChanges(onChange: () => void): { note(): void; end(): void } {
  let pending: NodeJS.Timeout | undefined;
  return {
    note() {
      clearTimeout(pending);
      pending = setTimeout(onChange, settledAfterMs);
    },
    end: () => clearTimeout(pending),
  };
}
