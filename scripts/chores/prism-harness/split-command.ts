const word = /(?:[^\s'"\\]|'[^']*'|"(?:\\.|[^"\\])*"|\\.)+/gs;
const piece = /'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs;

/**
 * The words of a line for a POSIX shell, without its quotes and backslashes. The lines come from files of others: no shell
 * reads them, and `;`, `|` and `$` are letters here.
 */
export function splitCommand(line: string): readonly string[] {
  const words = line.replaceAll('\\\n', ' ').match(word) ?? [];
  return words.map((one) =>
    one.replace(
      piece,
      (_, single?: string, double?: string, escaped?: string) =>
        single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '',
    ),
  );
}
