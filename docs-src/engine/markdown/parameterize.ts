/** Letters whose ASCII form is not their base letter (I18n's default approximations, Ruby gem i18n). */
const approximations: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Ð: 'D',
  Ø: 'O',
  Þ: 'Th',
  ß: 'ss',
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  '×': 'x',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Ĳ: 'IJ',
  ĳ: 'ij',
  ĸ: 'k',
  Ŀ: 'L',
  ŀ: 'l',
  Ł: 'L',
  ł: 'l',
  ŉ: "'n",
  Ŋ: 'NG',
  ŋ: 'ng',
  Œ: 'OE',
  œ: 'oe',
  Ŧ: 'T',
  ŧ: 't',
};

function transliterate(letter: string): string {
  const known = approximations[letter];
  if (known !== undefined) return known;
  const code = letter.codePointAt(0) ?? 0;
  // I18n knows U+00C0 to U+017F; everything else becomes its replacement character.
  if (code < 0xc0 || code > 0x17f) return '?';
  return letter.normalize('NFD').replace(/[^\x20-\x7e]/g, '') || '?';
}

/** Rails' `parameterize`, which made the addresses of every Slate page: `Été & Co` gives `ete-co`, `検索` an empty text. */
export function parameterize(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u{80}-\u{10ffff}]/gu, transliterate)
    .replace(/[^a-z0-9\-_]+/gi, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}
