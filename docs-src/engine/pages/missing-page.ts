import type { MenuEntry } from '../views/views.ts';
import type { PageContent } from './page-frame.ts';
import { pageMenu } from './page-menu.ts';
import type { Site } from './site.ts';

/** Where the site begins on its server: `/kit/`. */
export function sitePath({ input }: Site): string {
  return input.baseUrl === undefined ? '/' : new URL(input.baseUrl).pathname;
}

/** 404.html: servers show it at any depth, so its links begin at the site's root. */
export function missingPage(site: Site): PageContent {
  const path = '404.html';
  const fromRoot = (entry: MenuEntry): MenuEntry => ({
    ...entry,
    href: sitePath(site) + entry.href,
    children: entry.children.map(fromRoot),
  });
  return {
    kind: 'not-found',
    path,
    title: `404 – ${site.first.view.title}`,
    description: '',
    menu: pageMenu(site, site.first, path).map(fromRoot),
    blocks: [],
  };
}
