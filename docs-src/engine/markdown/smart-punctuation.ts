import type MarkdownIt from 'markdown-it';
import type { StateCore } from 'markdown-it';

const replacements: readonly (readonly [RegExp, string])[] = [
  [/\.{3}/g, '…'],
  [/(^|[^-])---(?!-)/g, '$1—'],
  [/(^|[^-])--(?!-)/g, '$1–'],
  [/\(c\)/gi, '©'],
  [/\(r\)/gi, '®'],
  [/\(tm\)/gi, '™'],
];

/** SmartyPants' dashes, dots and signs. markdown-it's own rule also shortens `!!!!` and `,,`: it would change a writer's text. */
export function addSmartPunctuation(markdown: MarkdownIt): void {
  markdown.core.ruler.before('smartquotes', 'smart_punctuation', (state: StateCore) => {
    for (const block of state.tokens) {
      if (block.type !== 'inline') continue;
      let insideAutolink = 0;
      for (const token of block.children ?? []) {
        if (token.type === 'link_open' && token.info === 'auto') insideAutolink += 1;
        if (token.type === 'link_close' && token.info === 'auto') insideAutolink -= 1;
        if (token.type !== 'text' || insideAutolink > 0) continue;
        for (const [pattern, sign] of replacements) token.content = token.content.replace(pattern, sign);
      }
    }
  });
}
