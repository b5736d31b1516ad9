/** Between double quotes, as JSON has them. */
export function escapePythonKey(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
