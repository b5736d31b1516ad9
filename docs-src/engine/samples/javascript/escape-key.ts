/** Between double quotes. */
export function escapeJavascriptKey(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
