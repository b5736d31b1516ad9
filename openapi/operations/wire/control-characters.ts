/** U+0000 to U+001F and U+007F: what no plain string literal shows. */
export const controlCharacter = /[^\P{Cc}\u0080-\u009f]/u;

/** `\x1b` for each of them. */
export function escapeControlCharacters(text: string): string {
  return text.replace(
    new RegExp(controlCharacter, 'gu'),
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
