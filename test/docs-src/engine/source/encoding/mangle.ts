import { codePages } from '../../../../../docs-src/engine/source/encoding/code-pages.ts';

/** UTF-8 read as a code page: its lacking bytes kept as control characters, dropped, or turned into U+FFFD. */
export function mangle(
  text: string,
  pageName: string,
  lacking: 'kept' | 'dropped' | 'replaced' = 'kept',
): string {
  const page = codePages.find((candidate) => candidate.name === pageName);
  if (page === undefined) throw new Error(`No code page ${pageName}`);
  // The character of a byte itself comes after the control character of its number.
  const characters = new Map([...page.byteOf].map(([character, byte]) => [byte, character]));
  const substitute = {
    kept: (byte: number) => String.fromCharCode(byte),
    dropped: () => '',
    replaced: () => '\uFFFD',
  };
  return [...Buffer.from(text)]
    .map((byte) =>
      byte < 0x80
        ? String.fromCharCode(byte)
        : page.lacks.includes(byte)
          ? substitute[lacking](byte)
          : (characters.get(byte) ?? ''),
    )
    .join('');
}
