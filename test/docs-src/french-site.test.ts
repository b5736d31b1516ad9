import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, type SiteFiles } from '../../docs-src/build-site.ts';
import type { SourceFault } from '../../docs-src/engine/source/source-fault.ts';
import type { JsonValue } from '../../openapi/model/api-model.ts';
import { isObject } from '../../openapi/model/is-object.ts';
import { htmlFaults } from './html-faults.ts';
import { brokenLinks } from './site-links.ts';

/** Members that hold words for a reader; what stands in an example or a list of values is data. */
const wordKeys = new Set([
  ...['title', 'summary', 'description', 'x-kit-assumption', 'x-kit-support', 'x-kit-shown'],
  ...['x-kit-display-name', 'x-kit-order-url'],
]);
const dataKeys = new Set(['example', 'enum', 'const', 'value']);
const isNamed = (path: readonly string[]) => /^(tags|x-kit-features)$/.test(path.at(-2) ?? '');

/** A document's words by their pointers, and the document without them. */
function wordsOf(document: JsonValue) {
  const words = new Map<string, string>();
  const strip = (value: JsonValue | undefined, path: readonly string[]): unknown => {
    if (Array.isArray(value))
      return value.map((item, index) => {
        if (path.at(-1) !== 'tags' || typeof item !== 'string') return strip(item, [...path, String(index)]);
        words.set([...path, index].join('/'), item);
        return 'words';
      });
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([key, child]) => {
      if (dataKeys.has(key) || (key === 'examples' && Array.isArray(child))) return [key, child];
      const isWords = wordKeys.has(key) || (key === 'name' && isNamed(path));
      if (typeof child !== 'string' || !isWords) return [key, strip(child, [...path, key])];
      words.set([...path, key].join('/'), child);
      return [key, 'words'];
    });
    return Object.fromEntries(entries);
  };
  return { rest: strip(document, []), words };
}

/** Names, and what HTTP calls a status. */
const sameInBoth = /^(Inokufu API Cloud|Demo|Free|Lite|Pro|Custom|> 500|\d{3} [A-Z].*)$/;

describe('our site in French', () => {
  const faults: SourceFault[] = [];
  let english: SiteFiles;
  let french: SiteFiles;
  const documentOf = (files: SiteFiles) => JSON.parse(String(files.get('openapi.json'))) as JsonValue;
  const pagesOf = (files: SiteFiles) =>
    [...files.keys()].filter((name) => name.endsWith('.html') && !name.startsWith('guides/')).sort();

  beforeAll(async () => {
    english = await buildSite();
    french = await buildSite({ locale: 'fr', onFault: (fault) => faults.push(fault) });
  });

  it('is of the same document in other words, of which none is missing', () => {
    const [one, other] = [wordsOf(documentOf(english)), wordsOf(documentOf(french))];
    expect(other.rest).toEqual(one.rest);
    const same = [...one.words].filter(([place, text]) => other.words.get(place) === text);
    expect(same.filter(([, text]) => !sameInBoth.test(text))).toEqual([]);
  });

  it('says what the English words say: a change of either is read beside the other', async () => {
    const [one, other] = [wordsOf(documentOf(english)).words, wordsOf(documentOf(french)).words];
    const pairs = [...one].map(([place, text]) => `${text.trim()}\n= ${other.get(place)?.trim()}\n`);
    await expect([...new Set(pairs)].join('\n')).toMatchFileSnapshot('../golden/french-words.txt');
  });

  it('has the same pages, with the same headings, operations and samples', () => {
    expect(pagesOf(french)).toEqual(pagesOf(english));
    for (const page of pagesOf(french)) {
      const [one, other] = [english, french].map((files) => structureOf(String(files.get(page))));
      expect(other, page).toEqual(one);
    }
  });

  it('is searched by the same synonyms, of both languages', () => {
    const [one, other] = ['pages', 'pages-fr'].map((folder) => {
      const index = readFileSync(`docs-src/inokufu/${folder}/index.md`, 'utf8');
      return /\nsynonyms:\n(?: {2}.*\n)+/.exec(index)?.[0];
    });
    expect(other).toBeDefined();
    expect(other).toBe(one);
  });

  it('has no fault, no dead link and no id that is not there', () => {
    expect(faults).toEqual([]);
    // It lies beside the English one, whose guides it leads to.
    const isGuide = (link: string) => link.includes(': ../guides/');
    const links = brokenLinks(french);
    expect(links.filter((link) => !isGuide(link))).toEqual([]);
    const guides = links.filter(isGuide).map((link) => /guides\/[^ #]+/.exec(link)?.[0] ?? '');
    expect(guides.filter((name) => !english.has(name))).toEqual([]);
  });

  it('is valid HTML that says its language', async () => {
    const names = ['index.html', 'operations/search.html', 'operations/sendFeedback.html', '404.html'];
    expect(await htmlFaults(french, names)).toEqual([]);
    for (const name of names) expect(french.get(name)).toContain('<html lang="fr"');
  });
});

/** Levels of headings, operations and kinds of code of a page, in their order. */
function structureOf(html: string): readonly string[] {
  const parts = html.matchAll(/<(h[1-6])\b|\sdata-operation="([^"]+)"|<pre class="([^"]*)"/g);
  return [...parts].map(([, heading, operation, code]) => heading ?? operation ?? code ?? '');
}
