/** What a reader's window and a log hold without breaking lines themselves. */
const widest = 100;

/** Text in lines of at most 100 columns, the further ones indented; a word that is longer than a line is cut. */
export function wrapText(text: string, indent: number): string {
  const room = widest - indent;
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + 1 + word.length <= room && line !== '') lines[lines.length - 1] = `${line} ${word}`;
    else if (line === '') lines[lines.length - 1] = word;
    else lines.push(word);
    while ((lines.at(-1) ?? '').length > room) {
      const long = lines.pop() ?? '';
      lines.push(long.slice(0, room), long.slice(room));
    }
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
