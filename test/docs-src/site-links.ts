import path from 'node:path';
import type { SiteFiles } from '../../docs-src/build-site.ts';

/** Links and sources of a site's pages that lead to no file, or to no id in it. */
export function brokenLinks(files: SiteFiles): string[] {
  const idsOf = new Map<string, Set<string>>();
  for (const [file, content] of files) {
    if (file.endsWith('.html'))
      idsOf.set(
        file,
        new Set([...String(content).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '')),
      );
  }
  return [...idsOf.keys()].flatMap((page) =>
    linksOf(String(files.get(page))).flatMap((link) => {
      const [target = '', anchor] = link.split('#');
      const file = resolve(page, target);
      if (!files.has(file)) return [`${page}: ${link} (no file ${file})`];
      const isKnown =
        anchor === undefined || anchor === '' || idsOf.get(file)?.has(decodeURIComponent(anchor));
      return isKnown ? [] : [`${page}: ${link} (no such id)`];
    }),
  );
}

function linksOf(html: string): string[] {
  const withoutCode = html.replace(/<pre[\s\S]*?<\/pre>/g, '');
  const found = [...withoutCode.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );
  // A language's tab is `?python`: the same page.
  return found.filter((link) => !/^([a-z][a-z0-9+.-]*:|\?)/i.test(link));
}

function resolve(page: string, target: string): string {
  if (target === '') return page;
  const file = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(page), target);
  const cleaned = file.replace(/^\.\/?/, '');
  return cleaned === '' || cleaned.endsWith('/') ? `${cleaned}index.html` : cleaned;
}
