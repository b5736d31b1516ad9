import { describe, expect, it } from 'vitest';
import type { SearchData } from '../../../../docs-src/engine/files/search-record.ts';
import { en } from '../../../../docs-src/engine/words/en.ts';
import { fr } from '../../../../docs-src/engine/words/fr.ts';
import { createSiteSearch } from '../../../../docs-src/theme/client/search.ts';

const data: SearchData = {
  kinds: en.searchKinds,
  stopWords: [en.stopWords, fr.stopWords],
  synonyms: ['price, cost, prix', 'too many requests, quota', 'key, credential, clé', ...en.synonyms],
  records: [
    {
      kind: 'page',
      href: 'index.html#authentication',
      title: 'Authentication',
      texts: [
        'An API key goes into a header. Étés and œuvres.',
        'The second piece names zebras.\nAnd elephants.',
      ],
      parts: [{ kind: 'plan', title: 'Price', texts: ['Free: $0\nPro: $499 a month'] }],
    },
    {
      kind: 'page',
      href: 'index.html#shop',
      title: 'Shop',
      parts: [
        {
          kind: 'operation',
          href: 'index.html#list-orders',
          title: 'List orders',
          names: 'GET /orders listOrders',
          texts: ['Every order of a shop.'],
          parts: [
            {
              kind: 'parameter',
              href: '#listOrders-parameter-deliveryTimeMax',
              title: 'deliveryTimeMax',
              texts: ['Longest time until delivery, in days.'],
            },
            { kind: 'parameter', href: '#listOrders-parameter-lang', title: 'lang', values: ['en', 'do'] },
            {
              kind: 'reply',
              href: '#listOrders-status-200',
              title: '200 OK',
              parts: [
                {
                  kind: 'field',
                  title: 'meta',
                  parts: [{ kind: 'field', title: 'hasMore', texts: ['Whether a page follows.'] }],
                },
              ],
            },
          ],
        },
        {
          kind: 'operation',
          href: 'index.html#book',
          title: 'Book a courier',
          names: 'POST /orders/{order}/courier bookCourier',
          parts: [
            { kind: 'parameter', href: '#bookCourier-parameter-lang', title: 'lang', texts: ['lang, lang.'] },
          ],
        },
        {
          kind: 'operation',
          href: 'index.html#new-order',
          title: 'Place an order',
          names: 'POST /orders placeOrder',
          texts: ['Old things come back.'],
        },
      ],
    },
    {
      kind: 'page',
      href: 'index.html#errors',
      title: 'Errors',
      parts: [
        { kind: 'error', href: '#error-429', title: '429 Too Many Requests', names: '429' },
        {
          kind: 'error',
          href: '#error-429-quota-exceeded',
          title: 'quota-exceeded',
          texts: ['The quota of this month is used up.'],
        },
        { kind: 'header', href: '#header-x-api-key', title: 'X-Api-Key' },
      ],
    },
  ],
};

const search = createSiteSearch(data);
const places = (question: string) => search(question).found.map(({ href }) => href.replace('index.html', ''));

describe('search', () => {
  it.each([
    ['a whole word', 'authentication', '#authentication'],
    ['the start of a word', 'authen', '#authentication'],
    ['a typing error', 'autentication', '#authentication'],
    ['two letters that changed places', 'zerbas', '#authentication'],
    ['a word without its accent', 'etes', '#authentication'],
    ['a word with an accent too many', 'zébras', '#authentication'],
    ['a ligature', 'oeuvres', '#authentication'],
    ['a plural', 'zebra', '#authentication'],
    ['another form of a word', 'authenticate', '#authentication'],
    ['a piece of camelCase', 'time max', '#listOrders-parameter-deliveryTimeMax'],
    ['camelCase in small letters', 'deliverytimemax', '#listOrders-parameter-deliveryTimeMax'],
    ['camelCase as snake_case', 'delivery_time_max', '#listOrders-parameter-deliveryTimeMax'],
    ['a dotted name', 'meta.hasMore', '#listOrders-status-200'],
    ['a name with hyphens', 'x-api-key', '#header-x-api-key'],
    ['a name without its hyphens', 'xapikey', '#header-x-api-key'],
    ['an error code', 'quota_exceeded', '#error-429-quota-exceeded'],
    ['a status', '429', '#error-429'],
    ['a whole title before a part of one', 'errors', '#errors'],
    ['a path', '/orders', '#list-orders'],
    ['a method and a path', 'POST /orders', '#new-order'],
    ['a path with its variable filled in', '/orders/12/courier', '#book'],
    ['a whole address', 'https://shop.example/v1/orders?max=2', '#list-orders'],
    ['what an operation does', 'create order', '#new-order'],
    ['words around which stop words stand', 'how do I see the price of it', '#authentication'],
    ['a synonym', 'cost', '#authentication'],
    ['a synonym in another language, among its stop words', 'quel est le prix de', '#authentication'],
    ['a phrase that has a synonym', 'too many requests', '#error-429'],
    ['a synonym of several words', 'we have too many requests', '#error-429'],
    ['a synonym with a typing error that is nowhere on the site', 'credantial', '#header-x-api-key'],
    ['the place and the name', 'courier lang', '#bookCourier-parameter-lang'],
    ['the kind and the name', 'header key', '#header-x-api-key'],
    ['words that no record has all of', 'zebras zzzzzz', '#authentication'],
    ['a stop word that is a name here', 'do', '#listOrders-parameter-lang'],
  ])('finds by %s', (_rule, question, place) => {
    expect(places(question)[0]).toBe(place);
  });

  it('takes the first of the same parameters that the question does not tell apart', () => {
    expect(places('lang')).toEqual(['#listOrders-parameter-lang', '#bookCourier-parameter-lang']);
  });

  it('says of a hit what it is, where it is, and in which sentence the words stand', () => {
    expect(search('elephant').found).toEqual([
      {
        href: 'index.html#authentication',
        title: 'Authentication',
        kind: 'Guide',
        place: [],
        line: 'And elephants.',
        words: ['elephants'],
      },
    ]);
    expect(search('follows').found[0]).toMatchObject({
      title: 'hasMore',
      kind: 'Field',
      place: ['Shop', 'List orders', '200 OK', 'meta'],
      line: 'Whether a page follows.',
    });
  });

  it('shows a place once, with the best of what is there', () => {
    expect(places('zebras elephants api price')).toEqual(['#authentication', '#header-x-api-key']);
  });

  it.each([
    ['only stop words', 'how do I'],
    ['no word of the site', 'xyzzyxyzzy'],
    ['signs', '→ ??? qqq'],
  ])('shows the nearest sections for %s', (_what, question) => {
    const { found, isNearest } = search(question);
    expect(isNearest).toBe(true);
    expect(found.length).toBeGreaterThan(2);
  });

  it('names a section that looks like the question first', () => {
    const { found, isNearest } = search('qqerrorsqqq');
    expect(isNearest).toBe(true);
    expect(found[0]?.title).toBe('Errors');
  });

  it('finds nothing for nothing', () => {
    for (const question of ['', '   ', '…'])
      expect(search(question)).toEqual({ found: [], isNearest: false });
  });

  it('reads a question as French only when two of its words say so', () => {
    const withComment = createSiteSearch({
      ...data,
      records: [
        ...data.records,
        {
          kind: 'operation',
          href: 'a',
          title: 'Comment on an order',
          names: 'POST /orders/{id}/comments comment',
        },
      ],
    });
    expect(withComment('comment').found[0]?.href).toBe('a');
    expect(withComment('comment avoir une clé').found[0]?.href).toBe('index.html#header-x-api-key');
  });

  it('shows of a long sentence what stands around the words', () => {
    const long = `${'before '.repeat(40)}zanzibar${' after'.repeat(60)}`;
    const { found } = createSiteSearch({
      ...data,
      records: [{ kind: 'page', href: 'a', title: 'A', texts: [long] }],
    })('zanzibar');
    expect(found[0]?.line).toMatch(/^… before .*zanzibar after.* …$/);
    expect(found[0]?.line.length).toBeLessThan(200);
  });
});
