/**
 * The regular expression of a document, which is ECMAScript's with `u` (JSON Schema 2020-12 core, 6.4). Many are written for
 * other engines: those are read in their meaning as far as ECMAScript has it. undefined where none of this reads it: what
 * can't be read checks nothing.
 */
export function readPattern(pattern: string): RegExp | undefined {
  if (!expressions.has(pattern)) expressions.set(pattern, tryToRead(pattern));
  return expressions.get(pattern);
}

const expressions = new Map<string, RegExp | undefined>();

function tryToRead(pattern: string): RegExp | undefined {
  const { source, flags } = inEcmaScript(pattern);
  // Without `u` a property such as `\p{L}` would be the letter p.
  const hasProperty = /\\p\{/i.test(pattern);
  return (
    expressionOf(pattern, 'u') ??
    expressionOf(source, `${flags}u`) ??
    (hasProperty ? undefined : (expressionOf(pattern, '') ?? expressionOf(source, flags)))
  );
}

function expressionOf(source: string, flags: string): RegExp | undefined {
  try {
    const expression = new RegExp(source, flags);
    // Only at its first use is it found to be too large.
    expression.test('');
    return expression;
  } catch {
    // The next reading is tried.
    return undefined;
  }
}

/** What PCRE, Python, Java and Ruby call by names of their own. */
const foreignEscapes: Readonly<Record<string, string>> = {
  A: '^',
  z: '$',
  Z: '$',
  h: '[ \\t]',
  R: '(?:\\r\\n|[\\n\\r])',
  a: '\\x07',
  e: '\\x1b',
};
const posixClasses: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  blank: ' \\t',
  word: '\\w',
  xdigit: '0-9a-fA-F',
  punct: '!-\\/:-@\\[-`\\{-~',
};
const foreignForm =
  /\\([\s\S])|\[:(\w+):\]|\(\?(?<flags>[ims]+)(?<after>[):])|\(\?P=(?<back>\w+)\)|\(\?#[^)]*\)|\(\?P?(?<start>[<>])(?![=!])/g;

/** The same with ECMAScript's words: `(?i)` as a flag, `\A` as `^`, `(?P<year>` as `(?<year>`, needless escapes undone. */
function inEcmaScript(pattern: string): { readonly source: string; readonly flags: string } {
  const flags = new Set<string>();
  const source = pattern.replace(foreignForm, (found: string, ...groups: readonly unknown[]) => {
    const [escaped, posix] = groups as readonly (string | undefined)[]; // Groups in their order, as replace gives them.
    const named = groups.at(-1) as Readonly<Record<string, string | undefined>>; // The named groups come last.
    if (escaped !== undefined) return ownEscape(escaped, found);
    if (posix !== undefined)
      return Object.hasOwn(posixClasses, posix) ? (posixClasses[posix] ?? found) : found;
    for (const flag of named.flags ?? '') flags.add(flag);
    if (named.flags !== undefined) return named.after === ':' ? '(?:' : '';
    if (named.back !== undefined) return `\\k<${named.back}>`;
    if (named.start !== undefined) return named.start === '<' ? '(?<' : '(?:';
    return '';
  });
  return { source, flags: [...flags].join('') };
}

/** `\A`, `\h`; and `\'` or `\@`, which ECMAScript refuses with `u`, by their code: in a class `\-` must not become a range. */
function ownEscape(escaped: string, found: string): string {
  if (Object.hasOwn(foreignEscapes, escaped)) return foreignEscapes[escaped] ?? found;
  if (!/[^\w^$\\.*+?()[\]{}|/]/.test(escaped) || escaped > '\x7f') return found;
  return `\\x${escaped.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
