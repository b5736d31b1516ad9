import { describe, expect, test } from 'vitest';
import { codePages } from '../../../../../docs-src/engine/source/encoding/code-pages.ts';
import { repairText } from '../../../../../docs-src/engine/source/encoding/repair-text.ts';
import { mangle } from './mangle.ts';

const pages = codePages.map((page) => page.name);

test('the code pages are those that their names say', () => {
  const charactersOf = (name: string) => mangle('\u20AC\u201D', name);
  expect(pages.map((name) => [name, charactersOf(name)])).toEqual([
    ['Windows-1252', 'â‚¬â€\u009D'],
    ['ISO-8859-1', 'â\u0082¬â\u0080\u009D'],
    ['Windows-1254', 'â‚¬â€\u009D'],
    ['Windows-1250', 'â‚¬â€ť'],
    ['Windows-1251', 'в‚¬вЂќ'],
    ['Windows-1257', 'ā‚¬ā€¯'],
    ['MacRoman', '‚Ç¨‚Äù'],
  ]);
});

/** What documentation holds beyond ASCII. */
const marks = '“quoted” ‘so’ – and — … • → ← ✔ ✔️ ❤️ ℹ️ ⚠️ 🎉 🔑 👩‍💻 ® © ™ 50 °C 10 € £5 µs ½ × 3²';
const sentences: Readonly<Record<string, string>> = {
  French: "L'été, à l'école : « ça va », dit-elle ; cœur, naïf, où ?",
  Portuguese: 'NÃO há condição: a função “irmã” está em São João. MAÇÃ',
  Spanish: '¿Qué pasó? ¡El niño llegó a la Península Ibérica! Año',
  German: 'Größe und Übergröße für Äpfel, „schön“ gesagt',
  Turkish: 'İstanbul’da ışık, çağrı, güneş, ÖĞRENCİ ve ŞEKER',
  Vietnamese: 'Tiếng Việt có dấu: đường, nước, ế, ỹ',
  Polish: 'Zażółć gęślą jaźń, ŁÓDŹ i „Świat”',
  Czech: 'Příliš žluťoučký kůň úpěl ďábelské ódy',
  Russian: '«В Москве» — привет, мир! Изменить Ёлку',
  Ukrainian: 'Від організації до дії: їжа, ґанок, «МРІЇ»',
  Greek: 'Καλημέρα κόσμε, Ελλάδα',
  Lithuanian: 'Ąžuolas, šeštadienis, ūkininkė',
  Japanese: '日本語のテキスト、カタカナ。',
  Arabic: 'مرحبا بالعالم',
};
const table = Object.entries(sentences);

describe('a sound text is left alone', () => {
  test.each([...table, ['marks', marks] as const])('%s', (_name, text) => {
    for (const sound of [text, text.toUpperCase(), `${text}\n${marks}`])
      expect(repairText(sound)).toEqual({ text: sound, mangled: [] });
  });

  test.each([
    '« ÉTÉ » et « CAFÉ », né… À « L’ÂGE »',
    'été\u00A0» : café\u00A0! ÉTÉ\u00A0: É\u00A0»',
    '“école” ‘él’ —é— –à– …à «école» “£5” “50°”',
    'MANHÃ… IRMÃ” MAÇÃ» CAFÉ® CAFÉ™ É–É',
    'ABİ’nin İŞ’te YAŞ» “DAĞ”',
    '«СССР» и «НАТО», группа «В», В\u00A0Москве, УП№1, ТОВ«Я»',
    'Пётр, Від, дії, серії, її, Рё, против€',
    'â’u ac â’r (Welsh), “Ã”, «Â»',
    'stráž” a něž, něž… až',
    '10 à 20 °C, 5 à 10 €, Düsseldorf, naïve',
    '√2, √π, ¬p, a ≈ b, 3×4, –5 °C',
    'Â, Ã and É are letters; Ñ” too',
    'plain ASCII text',
  ])('%s', (sound) => {
    expect(repairText(sound)).toEqual({ text: sound, mangled: [] });
  });
});

describe.each(pages)('UTF-8 read as %s', (page) => {
  test.each(table)('is read as it was: %s', (_name, text) => {
    // Two bytes of Windows-1257 have no character at all.
    const sound = page === 'Windows-1257' ? text.replace(/[^\p{ASCII}ąžėęūčįų]/gu, '') : text;
    const mangled = mangle(sound, page);
    expect(mangled === sound).toBe(/^\p{ASCII}*$/u.test(sound));
    expect(repairText(mangled).text).toBe(sound);
  });

  test('stands beside sound lines, which stay', () => {
    const text = [sentences.French, mangle('déjà vu, à la carte', page), sentences.Portuguese].join('\n');
    const { text: repaired, mangled } = repairText(text);
    expect(repaired).toBe(text.replace(mangle('déjà vu, à la carte', page), 'déjà vu, à la carte'));
    expect(mangled).toMatchObject([{ line: 2, codePage: expect.any(String), lost: [] }]);
  });

  test('is repaired in a line that is sound otherwise', () => {
    const { text } = repairText(`Köln and ${mangle('Pôle Emploi®', page)}, São Paulo`);
    expect(text).toBe('Köln and Pôle Emploi®, São Paulo');
  });
});

test.each(['Windows-1252', 'Windows-1254', 'ISO-8859-1', 'Windows-1250', 'MacRoman'])(
  'a text mangled twice and three times as %s is read as it was',
  (page) => {
    const sound = 'Le Pôle Emploi® “été” 🎉 — fin';
    const twice = mangle(mangle(sound, page), page);
    expect(repairText(twice).text).toBe(sound);
    expect(repairText(mangle(twice, page)).text).toBe(sound);
  },
);

describe('what lost a byte is told with what it may have been, and stands as it is', () => {
  test.each([
    ['🎉', 'Windows-1254', 'dropped', 'ğŸ‰', '🎉'],
    ['a “quote”', 'Windows-1252', 'dropped', 'â€', '”'],
    ['a “quote”', 'Windows-1252', 'replaced', 'â€\uFFFD', '”'],
    ['Área de gestión', 'Windows-1252', 'dropped', 'Ã', 'Á'],
    ['➕', 'Windows-1254', 'dropped', 'â•', '➕'],
    ['Łódź i świat', 'Windows-1252', 'dropped', 'Å', 'Ł'],
  ] as const)('%s in %s', (sound, page, lacking, mark, was) => {
    const written = `Größe ${sound}`.replace('Größe', mangle('Größe', page));
    const text = written.replace(sound, mangle(sound, page, lacking));
    const { text: repaired, mangled } = repairText(text);
    expect(repaired).toContain(`Größe`);
    expect(repaired).toContain(mark);
    expect(mangled[0]?.lost.find((one) => one.mark === mark)?.candidates).toContain(was);
  });

  test.each([
    ['✔️', 'Windows-1252'],
    ['❤️', 'Windows-1254'],
    ['ℹ️', 'Windows-1254'],
  ])('but for an emoji of which its variation selector leaves no choice: %s in %s', (emoji, page) => {
    const written = mangle(emoji, page, 'dropped');
    expect(repairText(`a ${written} b`)).toMatchObject({
      text: `a ${emoji} b`,
      mangled: [{ lost: [{ mark: written, candidates: [emoji] }] }],
    });
  });

  test('and the one letter that its page can have dropped', () => {
    const sound = 'Изменить Имя';
    const { text, mangled } = repairText(mangle(sound, 'Windows-1251', 'dropped'));
    expect(text).toBe(sound);
    expect(mangled[0]?.lost).toEqual([{ mark: 'Р', candidates: ['И'] }]);
  });
});

test('a character that was lost before the mangling is not made up', () => {
  expect(repairText('PÃ´le Pï¿½le').text).toBe('Pôle P\uFFFDle');
});

test('a whole file in one line is read in its time', () => {
  const sound = 'Pôle Emploi® '.repeat(8_000);
  expect(repairText(mangle(sound, 'Windows-1252')).text).toBe(sound);
});
