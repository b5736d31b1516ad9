import { stringify } from 'yaml';
import type { LinkView } from '../views.ts';
import type { EngineWords } from '../words/words.ts';
import { buildPages } from './build-pages.ts';
import type { SiteInput } from './site-input.ts';
import type { SiteFiles } from './site-theme.ts';
import { createPageRenderer } from './templates.ts';

/** Prints all pages and puts the files beside them that readers, search engines and tools ask for. */
export function buildFiles(input: SiteInput): SiteFiles {
  const { model, theme } = input;
  const files = new Map<string, string | Uint8Array>([...input.assets, ...theme.files]);
  const downloadsOf = (words: EngineWords): LinkView[] =>
    model === undefined
      ? []
      : [
          { label: words.download.json, href: 'openapi.json' },
          { label: words.download.yaml, href: 'openapi.yaml' },
        ];
  const site = buildPages(input, downloadsOf);
  const render = createPageRenderer(theme.templates);
  for (const page of site.pages()) files.set(page.path, render(page));
  if (model !== undefined) {
    files.set('openapi.json', `${JSON.stringify(model.bundled, null, 2)}\n`);
    files.set('openapi.yaml', stringify(model.bundled, { lineWidth: 0, aliasDuplicateObjects: false }));
  }
  return files;
}
