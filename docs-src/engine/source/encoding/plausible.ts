/** What may stand after a letter in a sound text: spaces that do not break, quotes, dashes, marks of trade, degrees. */
const afterLetters = '\\u00A0€…»«”“„’‘›‹–—°®©™·•²³¹№';
const lettersThenMarks = new RegExp(`^\\p{L}*[${afterLetters}]*$`, 'u');
/** Of those, what a word may follow at once. */
const beforeLetters = /[\u00A0«“„’‘‹–—]$/;
/** Bytes that begin most of what documentation mangles; their characters are no words of one letter, unless Cyrillic. */
const commonLeads = [0xc2, 0xc3, 0xce, 0xcf, 0xe2, 0xef, 0xf0];
/** All small, all capital, or a capital first. */
const usualCase = /^(?:[^\p{Lu}]*|[^\p{Ll}]*|\p{Lu}[^\p{Lu}]*)$/u;

/** Signs that begin a mangled character in MacRoman, and in Hebrew. Quotes and dashes may stand before any letter: a row of them may not. */
function isOddSign(line: string, start: number, isInWord: boolean, isBeforeWord: boolean): boolean {
  const rest = line.slice(start, start + 6);
  if (rest.startsWith('√')) return isInWord || (isBeforeWord && !/^√\p{L}/u.test(rest));
  return /^[¬≈∆]|^‚[\p{Lu}œ∞≠†]|^(?:[–—][^\s\w]){3}|^(?:[×◊].){2}|^[„‰‡]..[„‰‡\p{Lu}]/u.test(rest);
}

/** Looked at on both sides: a line may be a whole file. */
const longestWord = 60;

/** Whether nobody would write line.slice(start, end) there, as somebody may write a letter and a closing quote. */
export function isOdd(line: string, start: number, end: number, leadByte: number): boolean {
  const mark = line.slice(start, end);
  if (/[\u0080-\u009F\uE000-\uF8FF\uFFFD]/.test(mark)) return true;
  const before = /[\p{L}\p{M}]*$/u.exec(line.slice(Math.max(0, start - longestWord), start))?.[0] ?? '';
  const after = /^[\p{L}\p{M}]*/u.exec(line.slice(end, end + longestWord))?.[0] ?? '';
  if (!/^\p{L}/u.test(mark)) return isOddSign(line, start, before !== '', after !== '');
  // â€ begins quotes and dashes; a price may follow any other letter.
  if (!lettersThenMarks.test(mark.slice(1)) || /^(?:â€|.€.)/.test(mark)) return true;
  const letters = /^\p{L}*/u.exec(mark)?.[0] ?? '';
  const isAllLetters = letters.length === mark.length;
  if (!isAllLetters && after !== '' && !beforeLetters.test(mark)) return true;
  const word = `${before}${letters}${isAllLetters ? after : ''}`;
  const isQuoted = /[“«„‘‹]/.test(line[start - 1] ?? '') && /[”»“’›]$/.test(mark);
  const isWord = (mark.endsWith('’') && after !== '') || (leadByte >= 0xe2 && mark.endsWith('\u00A0'));
  if (word.length === 1 && commonLeads.includes(leadByte))
    return !isQuoted && !isWord && !/\p{Script=Cyrillic}/u.test(word);
  return !usualCase.test(word);
}

/** Whether a decoded character is one that texts have: rare scripts and control characters only beside others that were mangled. */
export function isLikely(character: string, isBesideOthers: boolean): boolean {
  if (/[\p{Cn}\p{Co}\p{Cs}]/u.test(character)) return false;
  return (
    isBesideOthers || /^(?!\p{Cc})[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Zyyy}\p{sc=Zinh}]/u.test(character)
  );
}

/** Characters that documentation is full of: letters of Latin alphabets, quotes, arrows, signs, emoji. */
const everyday =
  /^(?:[\u00A0-\u017F\u2010-\u2026\u20A0-\u20BF\u2100-\u214F\u2190-\u22FF\u25A0-\u27BF]|\uFE0F|\uFEFF|\p{Emoji_Presentation})/u;

/** Letters of few languages: č is likelier than Ĩ. */
const seldom =
  /^[\u0108-\u010B\u0114\u0115\u011C\u011D\u0120\u0121\u0124-\u0129\u012C\u012D\u0132-\u0135\u0138\u013F\u0140\u0149-\u014F\u015C\u015D\u0166-\u0169\u016C\u016D\u0174-\u0177\u017F]/;

/** How much a decoded character says for its reading: rare ones come out of wrong readings. */
export function weightOf(character: string, isBesideOthers: boolean): number {
  if (everyday.test(character)) return seldom.test(character) ? 0.9 : 1;
  return isBesideOthers && /^[\p{L}\p{P}]/u.test(character) ? 0.8 : 0.3;
}

/** What a mark that lost a byte may have been: everyday characters, or any if there are none. */
export function likeliest(candidates: readonly string[]): string[] {
  const likely = candidates.filter((candidate) => isLikely(candidate, false));
  const first = [/^\p{Emoji_Presentation}/u, everyday, /^[\p{L}\p{P}\p{S}]/u];
  const kind = first.find((pattern) => likely.some((candidate) => pattern.test(candidate)));
  return kind === undefined ? [] : likely.filter((candidate) => kind.test(candidate));
}
