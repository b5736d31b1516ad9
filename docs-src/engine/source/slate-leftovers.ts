import path from 'node:path';
import { filesUnder } from './files-under.ts';
import { readText } from './read-source-text.ts';
import type { SourceFault } from './source-fault.ts';

/** Files that Slate's versions bring: the theme stands in their place. */
const slates =
  /^(layouts\/layout\.erb|fonts\/.*|images\/navbar\.png|stylesheets\/(_(icon-font|normalize|rtl|variables|syntax)\.s?css|(screen|print)\.css(\.s[ac]ss)?)|javascripts\/(all(_nosearch)?\.js|(app|lib)\/_?(copy|lang|search|toc|energize|imagesloaded\.min|jquery([._](highlight|tocify|ui))?|lunr)\.js))$/;
const ofRuby = /\.(erb|haml|slim|builder|liquid|scss|sass|less|coffee|rb)$/;
/** What a page can be made from (find-page.ts, further-pages.ts). */
const pages = /\.(md|markdown)(\.erb)?$/;
const elsewhere = /<(?:script|link|iframe|img)\b[^>]*\s(?:src|href)\s*=\s*["']?(?:https?:)?\/\/([^/"'\s>]+)/i;

function messageFor(file: string): string | undefined {
  if (slates.test(file) || (pages.test(file) && !/^layouts\//.test(file))) return undefined;
  if (/^layouts\/.*\w\.\w+$/.test(file))
    return 'A layout of its own is not taken: every page has the look of the theme.';
  if (/\.(css|s[ac]ss|less)(\.erb)?$/.test(file))
    return 'A stylesheet of its own is not taken: the page has the look of the theme.';
  if (/\.(js|coffee)$/.test(file))
    return 'A script of its own is not run: the site’s policy allows the theme’s files only.';
  return ofRuby.test(file) ? 'A template that only Ruby could run: it is not built.' : undefined;
}

/** Files of a Slate source that have no part in the site, and what its layout would load from other hosts: each by name. */
export function findSlateLeftovers(folder: string, shown: (file: string) => string): SourceFault[] {
  return filesUnder(folder).flatMap((name): SourceFault[] => {
    const file = path.join(folder, name);
    const message = messageFor(name);
    if (message !== undefined) return [{ file: shown(file), line: 1, message }];
    if (name !== 'layouts/layout.erb') return [];
    return readText(file)
      .split('\n')
      .flatMap((line, index) => {
        const host = elsewhere.exec(line)?.[1];
        if (host === undefined) return [];
        const message = `The layout's file from ${host} is not loaded: a page asks no other host.`;
        return [{ file: shown(file), line: index + 1, message }];
      });
  });
}
