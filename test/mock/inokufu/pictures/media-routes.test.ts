import { describe, expect, it } from 'vitest';
import { findExtra } from '../../../../mock/engine/extra-route.ts';
import { loadCatalog } from '../../../../mock/inokufu/catalog/load-catalog.ts';
import { loadLearningObjects } from '../../../../mock/inokufu/catalog/load-learning-objects.ts';
import { createMediaRoutes } from '../../../../mock/inokufu/pictures/media-routes.ts';
import { readOwnModel } from '../own-model.ts';

const model = await readOwnModel();
const catalog = loadCatalog({ model });
const routes = createMediaRoutes(catalog);

const get = (path: string, method = 'GET') => findExtra(routes, method, path)?.();

/** The tags that were opened and not closed in their order; empty for well-formed XML. */
function unbalancedTags(xml: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = '', rest = ''] of xml.matchAll(/<(\/?)([a-zA-Z]+)((?:"[^"]*"|[^">])*)>/g)) {
    if (rest.endsWith('/')) continue;
    if (closing === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else open.push(`/${name}`);
  }
  return open;
}

const logoUrls = catalog.providers.flatMap(({ logo }) => logo.map(({ url }) => url));
const pictureUrls = [
  ...new Set(loadLearningObjects({ model }).flatMap((record) => record.public.picture ?? [])),
];

describe('drawn pictures', () => {
  it('answer every URL of the fixtures with well-formed SVG that asks for nothing from elsewhere', () => {
    for (const url of [...logoUrls, ...pictureUrls]) {
      const reply = get(url);
      expect(reply?.status, url).toBe(200);
      const svg = reply?.body ?? '';
      expect(unbalancedTags(svg), url).toEqual([]);
      expect(svg.replace('http://www.w3.org/2000/svg', ''), url).not.toMatch(
        /https?:|href|undefined|NaN|<script/,
      );
    }
  });

  it('look different from object to object of a subject', () => {
    const bodies = Array.from(
      { length: 30 },
      (_, index) => get(`/media/pictures/law/video-${index}.svg`)?.body,
    );
    expect(new Set(bodies).size).toBe(30);
  });

  it('can be shown by an app on another origin', () => {
    const reply = get('/media/logos/edx-dark-square.svg');
    expect(reply?.headers).toMatchObject({
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });

  it('answer HEAD, too', () => {
    expect(get('/media/logos/edx-light-landscape.svg', 'HEAD')?.status).toBe(200);
  });

  it.each([
    ['/media/pictures/nothing/video-1.svg', 'GET'],
    ['/media/pictures/law/book-1.svg', 'GET'],
    ['/media/pictures/law/video-1000.svg', 'GET'],
    ['/media/logos/nobody-dark-square.svg', 'GET'],
    ['/media/logos/edx-dark-round.svg', 'GET'],
    ['/other', 'GET'],
    ['/media/logos/edx-dark-square.svg', 'POST'],
  ])('leave %s by %s to others', (path, method) => {
    expect(get(path, method)).toBeUndefined();
  });
});
