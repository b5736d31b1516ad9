import type MarkdownIt from 'markdown-it';
import type { MarkdownText } from '../markdown/page-elements.ts';
import type { SourceFault } from './source-fault.ts';

/**
 * Code blocks that are not what their writer meant: never closed, or closed by a line that has more than the marks on it,
 * so that the next block became part of this one. The page shows them as Slate does; the writer is told.
 */
export function findFenceFaults(markdown: MarkdownIt, source: MarkdownText): SourceFault[] {
  const lines = source.text.split('\n');
  return markdown.parse(source.text, {}).flatMap((token) => {
    if (token.type !== 'fence' || token.map === null) return [];
    const [start, end] = token.map;
    const lineNumber = start + source.firstLine;
    const last = lines[end - 1]?.trim() ?? '';
    const isClosed = end - 1 > start && last.startsWith(token.markup) && /^(`+|~+)$/.test(last);
    if (!isClosed)
      return [
        { file: source.file, line: lineNumber, message: 'The code block that starts here is never closed.' },
      ];
    const inner = token.content.split('\n').findIndex((line) => line.startsWith(token.markup));
    if (inner === -1) return [];
    return [
      {
        file: source.file,
        line: lineNumber,
        message: `The code block that starts here holds the start of another one in line ${lineNumber + 1 + inner}: its own end must stand alone on a line.`,
      },
    ];
  });
}
