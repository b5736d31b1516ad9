import { fenceLanguage } from '../../markdown/redcarpet/fence.ts';

/** What an expression of a template is, where it is known without Ruby. */
export type ErbValues = (expression: string) => string | undefined;

/** A template in the order of its page: text, and the partials that stand alone in their lines. */
export type ErbPiece =
  | { readonly kind: 'text'; readonly text: string; readonly firstLine: number }
  | {
      readonly kind: 'partial';
      /** As written: `includes/users`. */
      readonly name: string;
      /** What its template may ask for, by name. */
      readonly locals: ReadonlyMap<string, string>;
      readonly line: number;
    };

const comment = /<%#[\s\S]*?%>/g;
const neverShown = /<%-?\s*if false\s*-?%>(?:(?!<%-?[^=#])[\s\S])*?<%-?\s*end\s*-?%>/g;
const output = /<%=\s*([^%\n]*?)\s*-?%>/g;
const partial =
  /^[ \t]*<%=\s*partial\b\s*\(?\s*(?::?(["'])([^"'#\n]+)\1|:(\w+))\s*(,[\s\S]*?)?\)?\s*-?%>[ \t]*$/gm;
const local = /(?::(\w+)\s*=>|\b(\w+):)\s*(?:"([^"#\n]*)"|'([^'\n]*)'|:(\w+)|(\d[\d.]*|true|false)\b)/g;

/** Lines keep their numbers. */
const withoutText = (found: string) => found.replace(/[^\n]/g, '');

function readLocals(written = ''): Map<string, string> {
  return new Map(
    [...written.matchAll(local)].map(([, rocket, key, double, single, symbol, plain]) => [
      rocket ?? key ?? '',
      double ?? single ?? symbol ?? plain ?? '',
    ]),
  );
}

function isInFence(before: string): boolean {
  return before.split('\n').filter((line) => fenceLanguage(line) !== undefined).length % 2 === 1;
}

/**
 * Takes out of a template what needs no Ruby: comments and what stands under `if false` go, an output that `known` knows is
 * its value, a partial alone in its line is a piece. All other ERB stays in the text.
 */
export function splitErb(text: string, firstLine: number, known: ErbValues): ErbPiece[] {
  const filled = text
    .replace(comment, withoutText)
    .replace(neverShown, withoutText)
    .replace(output, (found, expression: string) => known(expression) ?? found);
  const pieces: ErbPiece[] = [];
  const lineAt = (offset: number) => firstLine + filled.slice(0, offset).split('\n').length - 1;
  let start = 0;
  for (const match of filled.matchAll(partial)) {
    const { 0: found, 2: name, 3: symbol, 4: rest, index } = match;
    if (isInFence(filled.slice(0, index))) continue;
    pieces.push(
      { kind: 'text', text: filled.slice(start, index), firstLine: lineAt(start) },
      { kind: 'partial', name: name ?? symbol ?? '', locals: readLocals(rest), line: lineAt(index) },
    );
    start = index + found.length;
  }
  return [...pieces, { kind: 'text', text: filled.slice(start), firstLine: lineAt(start) }];
}
