import type { MenuEntry } from '../views/views.ts';
import { type PageContext, pageMenu } from './page-context.ts';
import type { PageContent } from './page-frame.ts';

/** Where the site begins on its server: `/kit/`. */
export function sitePath({ input }: PageContext): string {
  return input.baseUrl === undefined ? '/' : new URL(input.baseUrl).pathname;
}

/** 404.html: servers show it at any depth, so its links begin at the site's root. */
export function missingPage(context: PageContext): PageContent {
  const path = '404.html';
  const fromRoot = (entry: MenuEntry): MenuEntry => ({
    ...entry,
    href: sitePath(context) + entry.href,
    children: entry.children.map(fromRoot),
  });
  return {
    kind: 'not-found',
    path,
    title: `404 – ${context.site.title}`,
    description: '',
    menu: pageMenu(context, path).map(fromRoot),
    blocks: [],
    markdownPath: undefined,
  };
}
