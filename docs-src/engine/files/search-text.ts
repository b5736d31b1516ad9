import { textOfHtml } from '../markdown/page-elements.ts';

/** Shorter parts of a text are found together. */
const lengthOfPiece = 400;

/** Text of rendered HTML, a line for each paragraph, row of a table or line of code; of samples, which say one thing in each language, none. */
function linesOf(html: string): string[] {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .split(/(<pre\b[\s\S]*?<\/pre>)/i)
    .flatMap((part) => {
      if (/^<pre\b[^>]* tab-/i.test(part)) return [];
      if (/^<pre\b/i.test(part)) return textOfHtml(part).split('\n');
      const blocks = part.split(/<\/(?:p|li|tr|dt|dd|div|aside|h\d|blockquote)>|<br\s*\/?>/i);
      return blocks.map((block) => textOfHtml(block.replace(/<\/t[dh]>/gi, ' ')));
    })
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** The prose of a section in pieces that are long enough to hold a thought and short enough to be found by it. */
export function piecesOf(html: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const line of linesOf(html)) {
    if (piece !== '' && piece.length + line.length > lengthOfPiece) {
      pieces.push(piece);
      piece = '';
    }
    piece += piece === '' ? line : `\n${line}`;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** A short text as one piece; none where there is nothing to say. */
export function textPiece(...htmls: readonly string[]): string[] {
  const text = htmls.flatMap(linesOf).join('\n');
  return text === '' ? [] : [text];
}
