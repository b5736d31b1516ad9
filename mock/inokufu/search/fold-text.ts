/** Letter case, accents and ligatures away: `Œuvre` and `oeuvre` are one word. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[‘’ʼ`´]/g, "'")
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
