/** Between single quotes. */
export function escapePhpKey(text: string): string {
  return text.replace(/[\\']/g, '\\$&');
}
