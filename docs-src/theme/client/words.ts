/** What the scripts say, in the page's language: printed by dialogs.njk from docs-src/engine/words. */
const words = JSON.parse(document.getElementById('frame_client-words')?.textContent ?? '{}') as Record<
  string,
  string
>;

/** `word('callsLeft', { left: 9 })`: `{left}` in the words is replaced. */
export function word(name: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (words[name] ?? name).replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
