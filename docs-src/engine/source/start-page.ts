import { pageItself } from '../markdown/heading-ids.ts';
import { defaultSettings } from './front-matter.ts';
import type { FurtherPage } from './further-pages.ts';
import type { PageSource } from './read-page-source.ts';

/** The page that a source without an index of its own starts with: a list of its pages, which stay where they are. */
export function startPageOf(pages: readonly FurtherPage[]): PageSource {
  const [first] = pages;
  const title = first?.source.settings.title ?? defaultSettings.title;
  const items = pages.map(({ path, source }) => {
    const name = path.replace(/(^|\/)index\.html$|\.html$/, '');
    return `- [${name}](${path}) ${source.settings.title}`;
  });
  const text = `# ${title}\n\n${items.join('\n')}\n`;
  return {
    settings: { ...defaultSettings, title, locale: first?.source.settings.locale },
    texts: [{ file: '', firstLine: 1, text, rendering: pageItself }],
    faults: [],
    repaired: [],
  };
}
