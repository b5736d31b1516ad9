import type { OperationPlacement } from '../outline/outline.ts';
import { operationTitle } from '../views/operation-view.ts';
import type { EngineWords } from '../words/words.ts';

export interface LlmsTextInput {
  readonly title: string;
  readonly description: string;
  readonly operations: readonly OperationPlacement[];
  /** Path of an operation's Markdown in the site. */
  markdownPath(placement: OperationPlacement): string;
  /** Absolute address with a slash at its end, or empty for relative links. */
  readonly base: string;
  readonly wholeMarkdown: string;
  readonly hasDocument: boolean;
  readonly words: EngineWords;
}

/** /llms.txt: what there is to read, as a list of links to Markdown (llmstxt.org). */
export function llmsText(input: LlmsTextInput): string {
  const { title, description, operations, base, wholeMarkdown, words } = input;
  const firstLine = (text: string) =>
    text
      .split(/\n\s*\n/)[0]
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';
  const lines = operations.map((placement) => {
    const { operation } = placement;
    const about = [
      `\`${operation.method.toUpperCase()} ${operation.path}\``,
      firstLine(operation.description ?? ''),
    ];
    return `- [${operationTitle(operation)}](${base}${input.markdownPath(placement)}): ${about.filter(Boolean).join(' ')}`;
  });
  const whole = [
    `- [${title}](${base}${wholeMarkdown})`,
    ...(input.hasDocument ? [`- [${words.download.json}](${base}openapi.json)`] : []),
  ];
  const sections = [`# ${title}`, `> ${description || title}`, `## ${words.overview}`, whole.join('\n')];
  if (lines.length > 0) sections.push(`## ${words.operations}`, lines.join('\n'));
  return `${sections.join('\n\n')}\n`;
}
