/** A span between marks: `end` is where the text goes on, counted from the text's start. */
export interface EmphasisSpan {
  readonly tags: readonly ('em' | 'strong' | 'del')[];
  readonly content: string;
  readonly end: number;
}

const isSpace = (character: string | undefined) => character === ' ' || character === '\n';
const isWord = (character: string | undefined) => character !== undefined && /[a-z0-9]/i.test(character);

/** Where the brackets that open at `start` end, with the target behind them; undefined where the text ends first. */
function skipBrackets(text: string, start: number): { end: number; isLink: boolean } | undefined {
  const close = text.indexOf(']', start + 1);
  if (close === -1) return undefined;
  let next = close + 1;
  while (isSpace(text[next])) next += 1;
  if (next >= text.length) return undefined;
  const bracket = text[next] === '[' ? ']' : text[next] === '(' ? ')' : undefined;
  if (bracket === undefined) return { end: next, isLink: false };
  const end = text.indexOf(bracket, next + 1);
  return end === -1 ? undefined : { end: end + 1, isLink: true };
}

/** The next mark behind `from`; 0 for none. A link hides the marks in it, code does not. */
function findMark(text: string, mark: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    if (text[at - 1] === '\\' || (text[at] !== mark && text[at] !== '[')) at += 1;
    else if (text[at] === mark) return at;
    else {
      const inside = text.indexOf(mark, at);
      const brackets = skipBrackets(text, at);
      if (brackets === undefined) return Math.max(inside, 0);
      if (!brackets.isLink && inside !== -1 && inside < brackets.end) return inside;
      at = brackets.end;
    }
  }
  return 0;
}

function single(text: string, mark: string): EmphasisSpan | undefined {
  let at = text.startsWith(mark + mark) ? 1 : 0;
  while (at < text.length) {
    at = findMark(text, mark, at);
    if (at === 0) return undefined;
    if (!isSpace(text[at - 1]) && !isWord(text[at + 1]))
      return { tags: ['em'], content: text.slice(0, at), end: at + 1 };
  }
  return undefined;
}

function double(text: string, mark: string): EmphasisSpan | undefined {
  let at = 0;
  while (at < text.length) {
    at = findMark(text, mark, at);
    if (at === 0) return undefined;
    if (text[at + 1] === mark && !isSpace(text[at - 1]))
      return { tags: [mark === '~' ? 'del' : 'strong'], content: text.slice(0, at), end: at + 2 };
    at += 1;
  }
  return undefined;
}

function triple(text: string, mark: string): EmphasisSpan | undefined {
  let at = 0;
  while (at < text.length) {
    at = findMark(text, mark, at);
    if (at === 0) return undefined;
    if (isSpace(text[at - 1])) continue;
    if (text.startsWith(mark.repeat(3), at))
      return { tags: ['strong', 'em'], content: text.slice(0, at), end: at + 3 };
    // One or two marks close the inner of two spans: the outer one is read from its own mark.
    const marks = text[at + 1] === mark ? 2 : 1;
    const outer = (marks === 2 ? single : double)(mark.repeat(marks) + text, mark);
    return outer && { ...outer, end: outer.end - marks };
  }
  return undefined;
}

/**
 * The span that begins at `start`, a `*`, `_` or `~`. There is no flanking rule: a span opens before anything but a space, closes behind
 * anything but a space, and never opens behind a letter or digit (no_intra_emphasis).
 */
export function readEmphasis(text: string, start: number): EmphasisSpan | undefined {
  const mark = text[start] ?? '';
  if (isWord(text[start - 1])) return undefined;
  const rest = text.slice(start);
  const marks = rest.length - rest.replace(new RegExp(`^\\${mark}+`), '').length;
  if (marks > 3 || rest.length <= marks + 1 || isSpace(rest[marks])) return undefined;
  if (mark === '~' && marks !== 2) return undefined;
  const span = [single, double, triple][marks - 1]?.(rest.slice(marks), mark);
  return span && { ...span, end: start + marks + span.end };
}
