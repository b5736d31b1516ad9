import type MarkdownIt from 'markdown-it';
import { fenceRule } from './fence.ts';
import { headingRule } from './heading.ts';
import { htmlBlockRule } from './html-block.ts';
import { type BlockRule, isRule, wholeLine } from './lines.ts';
import { linkRule } from './link.ts';
import { listRule } from './list.ts';
import { paragraphRule } from './paragraph.ts';
import { quoteRule } from './quote.ts';
import { type ReferenceEnvironment, takeReferences } from './references.ts';
import {
  codeSpanRule,
  emphasisRule,
  entityRule,
  escapeRule,
  lineBreakRule,
  plainTextRule,
  tagRule,
} from './spans.ts';
import { tableRule } from './table.ts';

const ruleRule: BlockRule = (state, startLine, _endLine, silent) => {
  if (!isRule(wholeLine(state, startLine))) return false;
  if (silent) return true;
  state.line = startLine + 1;
  state.push('hr', 'hr', 0).map = [startLine, state.line];
  return true;
};

/** In the order in which Redcarpet asks them. */
const blockRules = {
  redcarpet_heading: headingRule,
  slate_html_block: htmlBlockRule,
  redcarpet_rule: ruleRule,
  redcarpet_fence: fenceRule,
  redcarpet_table: tableRule,
  redcarpet_quote: quoteRule,
  redcarpet_list: listRule,
  redcarpet_paragraph: paragraphRule,
};

const inlineRules = {
  redcarpet_text: plainTextRule,
  redcarpet_escape: escapeRule,
  redcarpet_break: lineBreakRule,
  redcarpet_code: codeSpanRule,
  redcarpet_emphasis: emphasisRule,
  redcarpet_link: linkRule,
  redcarpet_tag: tagRule,
  redcarpet_entity: entityRule,
};

/** Tabs as four columns, counted in bytes of UTF-8. */
function expandTabs(text: string): string {
  return text.replace(/^.*\t.*$/gm, (line) => {
    const [first = '', ...parts] = line.split('\t');
    return parts.reduce(
      (done, part) => `${done}${' '.repeat(4 - (Buffer.byteLength(done) % 4))}${part}`,
      first,
    );
  });
}

/**
 * Makes markdown-it read what Redcarpet 3.5 reads with Slate's options (fenced code, tables, strikethrough, no emphasis inside
 * words, no indented code): none of its own rules stays, its tokens do.
 */
export function useRedcarpet(markdown: MarkdownIt): void {
  markdown.block.ruler.enableOnly([]);
  for (const [name, rule] of Object.entries(blockRules)) markdown.block.ruler.push(name, rule);
  markdown.inline.ruler.enableOnly([]);
  markdown.inline.ruler2.enableOnly(['fragments_join']);
  for (const [name, rule] of Object.entries(inlineRules)) markdown.inline.ruler.push(name, rule);
  markdown.core.ruler.after('normalize', 'redcarpet_source', (state) => {
    const { text, references } = takeReferences(expandTabs(state.src));
    state.src = text;
    (state.env as ReferenceEnvironment).references = references;
  });
}
