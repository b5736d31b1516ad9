import type { StateBlock } from 'markdown-it';

/** A rule of markdown-it for blocks. */
export type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** A line with its indentation, without its end. */
export function wholeLine(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line], state.eMarks[line]);
}

/** Nothing but spaces: there are no tabs any more where this is asked. */
export function isBlank(line: string): boolean {
  return /^ *$/.test(line);
}

/** Without the spaces and line ends around it; the wide spaces of other scripts are letters. */
export function trimSpaces(text: string): string {
  return text.replace(/^[ \n]+|[ \n]+$/g, '');
}

/** Three or more of one of `*`, `-`, `_`, with spaces between. */
export function isRule(line: string): boolean {
  return /^ {0,3}([-*_])(?: *\1){2,} *$/.test(line);
}

/** The level of the heading that this line makes of the line above; 0 for none. */
export function underlineLevel(line: string): 0 | 1 | 2 {
  if (/^=+ *$/.test(line)) return 1;
  return /^-+ *$/.test(line) ? 2 : 0;
}

/** Adds text that goes through the rules for words. */
export function pushInline(state: StateBlock, content: string, map: [number, number]): void {
  const token = state.push('inline', '', 0);
  token.content = content;
  token.map = map;
  token.children = [];
}

/** How deep blocks stand in each other: counted while a text is read. */
interface DepthEnvironment {
  depth?: number;
}

/** Adds the blocks of a text that stands inside another block, `firstLine` in the file: messages name the writer's line. */
export function pushBlocks(state: StateBlock, text: string, firstLine: number): void {
  const env = state.env as DepthEnvironment;
  const depth = env.depth ?? 0;
  if (depth === 100) {
    pushInline(state, text, [firstLine, firstLine + 1]);
    return;
  }
  env.depth = depth + 1;
  const before = state.tokens.length;
  state.md.block.parse('\n'.repeat(firstLine) + text, state.md, env, state.tokens);
  env.depth = depth;
  for (const token of state.tokens.slice(before)) token.level += state.level;
}
