/** A word of a command, and where the command goes on behind it. */
interface ShellWords {
  readonly words: readonly string[];
  readonly end: number;
}

/**
 * The words of the command that begins at an offset, as a shell reads them (POSIX 2.2 on quoting, and `$'…'`). Documentation
 * forgets backslashes at line ends: a next line that is indented, or begins with an option, an address or a quote, goes on.
 * `&`, `?` and `<id>` inside of a word are text there, too.
 */
export function shellWords(text: string, start: number): ShellWords {
  const words: string[] = [];
  let at = start;
  while (at < text.length) {
    const space = /^(?:[ \t]|[\\^]\r?\n)+/.exec(text.slice(at))?.[0];
    if (space !== undefined) at += space.length;
    else if (text[at] === '\n') {
      const next = /^\n(?:\s*(?:-{1,2}\w|["'$]?https?:)|[ \t]+(?!curl\b|#|\{|<)\S)/.test(text.slice(at));
      if (!next) break;
      at += 1;
    } else if (/^(?:[|>;&]+|<)(?:\s|$)/.test(text.slice(at))) break;
    else {
      const { word, end } = readWord(text, at);
      words.push(word);
      at = end;
    }
  }
  return { words, end: at };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function readWord(text: string, start: number): { word: string; end: number } {
  let word = '';
  let at = start;
  while (at < text.length && !/\s/.test(text[at] ?? '')) {
    const [whole = '', ansi, single, double, escaped, plain] =
      /^(?:\$'((?:[^'\\]|\\[\s\S])*)'?|'([^']*)'?|"((?:[^"\\]|\\[\s\S])*)"?|\\([\s\S]?)|(<[^<>\n]*>|\{\{[^{}\n]*\}\}|[^\s]))/.exec(
        text.slice(at),
      ) ?? [];
    word +=
      ansi?.replace(/\\([\s\S])/g, (_found, letter: string) => escapes[letter] ?? letter) ??
      single ??
      double?.replace(/\\([\\"$`\n])/g, (_found, letter: string) => (letter === '\n' ? '' : letter)) ??
      (escaped === '\n' ? '' : escaped) ??
      plain ??
      '';
    at += whole.length;
  }
  return { word, end: at };
}
