import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFile } from '../../openapi/model/package-root.ts';
import type { SiteTheme } from '../engine/site/site-theme.ts';
import { en, type ThemeWords } from './words/en.ts';
import { fr } from './words/fr.ts';

/** A language of the theme: one file in words/, one line here. English stands in for all others. */
const words: Readonly<Record<string, ThemeWords>> = { en, fr };

/** What every page loads, in order; start.js first and not deferred: it decides how the first paint looks. */
const scripts = ['start.js', 'site.js'];
const styles = ['site.css'];
/** Loaded by site.js when the search is first used. */
const loadedLater = ['search.js'];

/** The Slate look: templates from the sources, styles and scripts as `npm run build` bundled them. Throws where it has not run. */
export function readSlateTheme(): SiteTheme {
  const bundles = packageFile('dist/theme');
  const files = [...styles, ...scripts, ...loadedLater].map((name) => {
    const file = path.join(bundles, name);
    if (!existsSync(file))
      throw new Error(`The theme is not built: ${file} is missing. Run \`npm run build\`.`);
    return [name, readFileSync(file)] as const;
  });
  return {
    templates: packageFile('docs-src/theme/templates'),
    files: new Map(files),
    styles,
    scripts,
    words: (locale) => words[locale.slice(0, 2)] ?? en,
  };
}
