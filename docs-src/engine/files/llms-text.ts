import { markdownPath } from '../pages/page-frame.ts';
import type { Site } from '../pages/site.ts';
import { operationTitle } from '../views/operation-view.ts';

/** /llms.txt: what there is to read, as a list of links to Markdown (llmstxt.org). */
export function llmsText({ input, first, pages, operations }: Site): string {
  const { title } = first.view;
  const base = input.baseUrl ?? '';
  const firstLine = (text: string) =>
    text
      .split(/\n\s*\n/)[0]
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';
  const lines = [...operations.values()].map(({ placement: { operation }, page, path }) => {
    const about = [
      `\`${operation.method.toUpperCase()} ${operation.path}\``,
      firstLine(operation.description ?? ''),
    ];
    const markdown = markdownPath(input.isOnePage ? page.path : path);
    return `- [${operationTitle(operation)}](${base}${markdown}): ${about.filter(Boolean).join(' ')}`;
  });
  const whole = [
    ...pages.map((page) => `- [${page.title}](${base}${markdownPath(page.path)})`),
    ...(input.model === undefined ? [] : [`- [${first.words.download.json}](${base}openapi.json)`]),
  ];
  const sections = [
    `# ${title}`,
    `> ${first.description || title}`,
    `## ${first.words.overview}`,
    whole.join('\n'),
  ];
  if (lines.length > 0) sections.push(`## ${first.words.operations}`, lines.join('\n'));
  return `${sections.join('\n\n')}\n`;
}
