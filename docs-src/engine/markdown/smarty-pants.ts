/** Redcarpet's idea of a letter's neighbour: nothing, white space, or a sign of ASCII. */
const isBoundary = (letter: string | undefined) => letter === undefined || /^[\s!-/:-@[-`{-~]$/.test(letter);

/** What is copied as it is: tags, and elements with what they hold. */
const untouched =
  /^(?:<(pre|code|var|samp|kbd|math|script|style)\b[^>]*>[\s\S]*?<\/\1\s*>|<\/?[a-z!?][^>]*>)/i;
/** Signs that need no neighbour. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/^\\([\\"'.\-`])/, '$1'],
  [/^(?:\.\.\.|\. \. \.)/, '…'],
  [/^---/, '—'],
  [/^--/, '–'],
  [/^\(c\)/i, '©'],
  [/^\(r\)/i, '®'],
  [/^\(tm\)/i, '™'],
];
const fractions: readonly (readonly [RegExp, string])[] = [
  [/^1\/2(?![^\s!-/:-@[-`{-~])/, '½'],
  [/^1\/4(?=th|$|[\s!-/:-@[-`{-~])/i, '¼'],
  [/^3\/4(?=ths|$|[\s!-/:-@[-`{-~])/i, '¾'],
];
const singleQuote = /^(?:'|&#39;|&#x27;|&apos;)/;
const doubleQuote = /^(?:"|&quot;|``)/;
/** After a single quote that is none: Tom's, isn't, I'm, I'd, you're, you'll, you've. */
const contraction = /^(?:[stmd]|re|ll|ve)(?![^\s!-/:-@[-`{-~])/i;

/**
 * Gives what reads the HTML of one text piece after piece and prints its punctuation as Redcarpet's SmartyPants does (3.5.1), which Slate 1 has
 * mixed in: quotes, dashes, dots, fractions. A quote is open until the next of its kind, over all pieces.
 */
export function createSmartyPants(): (html: string) => string {
  const isOpen = { single: false, double: false };
  const marks = { single: ['‘', '’'], double: ['“', '”'] } as const;

  /** The mark for a quote between two letters; undefined: it is none. */
  function quote(kind: 'single' | 'double', before: string | undefined, after: string | undefined) {
    if (!isBoundary(isOpen[kind] ? after : before)) return undefined;
    isOpen[kind] = !isOpen[kind];
    return marks[kind][isOpen[kind] ? 0 : 1];
  }

  /** What stands in the place of the start of `rest`; undefined: nothing else. */
  function replace(rest: string, before: string | undefined): readonly [string, string] | undefined {
    const kept = untouched.exec(rest)?.[0];
    if (kept !== undefined) return [kept, kept];
    for (const [pattern, sign] of [...signs, ...(isBoundary(before) ? fractions : [])]) {
      const found = pattern.exec(rest)?.[0];
      if (found !== undefined) return [found, found.replace(pattern, sign)];
    }
    const double = doubleQuote.exec(rest)?.[0];
    if (double !== undefined) {
      const mark = quote('double', before, rest[double.length]);
      return mark === undefined ? undefined : [double, mark];
    }
    const single = singleQuote.exec(rest)?.[0];
    if (single === undefined) return undefined;
    const after = rest.slice(single.length);
    const second = singleQuote.exec(after)?.[0];
    const pair = second === undefined ? undefined : quote('double', before, after[second.length]);
    if (second !== undefined && pair !== undefined) return [single + second, pair];
    const mark = quote('single', before, after[0]);
    if (mark !== undefined) return [single, mark];
    return isBoundary(after[0]) || contraction.test(after) ? [single, '’'] : undefined;
  }

  return (html) => {
    let done = '';
    let start = 0;
    for (let at = 0; at < html.length; ) {
      const replaced = /[<\\.(\-`"'&13]/.test(html[at] ?? '')
        ? replace(html.slice(at), html[at - 1])
        : undefined;
      if (replaced === undefined) {
        at += 1;
        continue;
      }
      done += html.slice(start, at) + replaced[1];
      at += replaced[0].length;
      start = at;
    }
    return done + html.slice(start);
  };
}
