import type MarkdownIt from 'markdown-it';
import type { StateBlock } from 'markdown-it';

const directive = /^<!--\s*kit\b\s*(.*?)\s*-->\s*$/;

/** What a directive's token carries in `meta`. */
export interface DirectiveMeta {
  readonly name: string;
  readonly argument: string;
}

/** What a text is read with. */
export interface CodeEnvironment {
  /** The file that a directive names; `line` counts from 0. */
  readonly readCode: ((name: string, line: number) => string) | undefined;
}

/**
 * `<!-- kit operation search -->` alone on a line puts generated content there: `operation ID` (under the writer's own h2, or
 * with a heading of its own), `sample ID` (its samples alone; behind it languages, if not all), `live OPERATION by=PARAMETER …` (outline/live-search.ts), `webhook NAME`, `schema NAME`, `plans`,
 * `errors`, `headers`, `servers`, `security`; `code PATH` shows a file as a fence would. It is an HTML comment because every Slate source with one still builds in Slate
 * (which shows nothing), and because no source can mean anything else by it.
 */
export function addDirectives(markdown: MarkdownIt): void {
  const rule = (state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean => {
    const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    const match = directive.exec(state.src.slice(start, state.eMarks[startLine]));
    if (match === null) return false;
    if (silent) return true;
    const [name = '', ...rest] = (match[1] ?? '').split(/\s+/);
    const argument = rest.join(' ');
    const { readCode } = state.env as Partial<CodeEnvironment>;
    const code = name === 'code' ? readCode?.(argument, startLine) : undefined;
    const token = code === undefined ? state.push('kit_directive', '', 0) : state.push('fence', 'code', 0);
    if (code === undefined) token.meta = { name, argument } satisfies DirectiveMeta;
    else {
      token.info = /\.(\w+)$/.exec(argument)?.[1] ?? '';
      token.content = code;
    }
    token.map = [startLine, startLine + 1];
    state.line = startLine + 1;
    return true;
  };
  markdown.block.ruler.before('slate_html_block', 'kit_directive', rule, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
  markdown.renderer.rules.kit_directive = () => '';
}
