/** Storage can be forbidden (private windows, file://): then a choice lasts as long as the page. */
export function readStored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // forbidden: as if nothing had been chosen
  }
}

/** null forgets. */
export function writeStored(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Forbidden: the choice stands until the page is left.
  }
}
