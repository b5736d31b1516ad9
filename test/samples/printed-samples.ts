import type { SampleLanguage } from './interpreters.ts';

/** A sample as a reader copies it from a page. */
export interface PrintedSample {
  /** Path of the page in the site. */
  readonly page: string;
  readonly language: SampleLanguage;
  readonly code: string;
}

const block =
  /<pre\b[^>]*class="highlight [^"]*\btab-(shell|python|php|javascript)\b[^"]*"[^>]*>([\s\S]*?)<\/pre>/g;

/** Every block of a language tab in the pages of a site, with its colours taken off. */
export function readPrintedSamples(
  files: ReadonlyMap<string, string | Uint8Array>,
): readonly PrintedSample[] {
  return [...files].flatMap(([page, content]) =>
    typeof content === 'string' && page.endsWith('.html')
      ? [...content.matchAll(block)].map(([, language, html = '']) => ({
          page,
          language: language as SampleLanguage, // the pattern lets no other through
          code: textOf(html),
        }))
      : [],
  );
}

const characters: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  nbsp: '\u00a0',
};

/** What a browser copies: tags gone, character references resolved. */
function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, (found, name: string) => {
    if (name.startsWith('#')) {
      const isHex = /^#x/i.test(name);
      return String.fromCodePoint(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
    }
    const character = characters[name];
    if (character === undefined) throw new Error(`The test does not know the character reference ${found}.`);
    return character;
  });
}
