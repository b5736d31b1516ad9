import type MarkdownIt from 'markdown-it';
import type { StateCore } from 'markdown-it';

/** `- [ ] to do` and `- [x] done`: a box as a character, which needs no form and no name. */
export function addTaskLists(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'task_lists', ({ tokens }: StateCore) => {
    tokens.forEach((token, index) => {
      const [first] = token.children ?? [];
      if (tokens[index - 2]?.type !== 'list_item_open' || first?.type !== 'text') return;
      first.content = first.content.replace(/^\[([ x])\](?= )/i, (_box, mark: string) =>
        mark === ' ' ? '☐' : '☑',
      );
    });
  });
}
