import { describe, expect, it } from 'vitest';
import { callHandler } from './call-handler.ts';

const required = { lang: 'en', type: 'mooc', bloom: 'do', model: 'strict', max: 5 };
const codeOf = (reply: { body: { response: { msg: string } } }) => reply.body.response.msg.slice(0, 3);

describe('the envelope of a search', () => {
  it('echoes every parameter, with its default or an empty text, and the id of the request last', async () => {
    const { body } = await callHandler('search', { ...required, keywords: 'cooking', ageMin: 0 });
    expect(Object.entries(body.request)).toEqual([
      ['keywords', 'cooking'],
      ['lang', 'en'],
      ['type', 'mooc'],
      ['bloom', 'do'],
      ['model', 'strict'],
      ['max', 5],
      ['page', 0],
      ['sort', 'best'],
      ['provider', ''],
      ['noteMin', ''],
      ['ageMin', 0],
      ['ageMax', ''],
      ['levelMin', ''],
      ['levelMax', ''],
      ['learningTimeMin', ''],
      ['learningTimeMax', ''],
      ['id', '7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11'],
    ]);
  });

  it('echoes the defaults of a search by provider', async () => {
    const { body } = await callHandler('searchByProvider', { provider: 'edx', lang: 'fr' });
    expect(body.request).toMatchObject({
      model: 'strict',
      match: 'best-effort',
      max: 10,
      page: 0,
      sort: 'popularity',
      keywords: '',
      free: '',
    });
  });

  it('counts pages from 0 and says whether one follows', async () => {
    const first = await callHandler('search', { ...required, keywords: 'cooking', page: 0 });
    const { metadata } = first.body.response;
    expect(metadata).toEqual({
      page: 0,
      'number item per page': 5,
      'total number item': metadata['total number item'],
      hasMore: true,
    });
    const lastPage = Math.ceil(metadata['total number item'] / 5) - 1;
    const last = await callHandler('search', { ...required, keywords: 'cooking', page: lastPage });
    expect(last.body.response.metadata.hasMore).toBe(false);
    expect(last.body.response.content.length).toBeGreaterThan(0);
  });

  it('says that nothing follows a last page that is full', async () => {
    const code = { rome: 'H2605', lang: 'fr' };
    const one = await callHandler('searchByRome', { ...code, max: 1 });
    const total = one.body.response.metadata['total number item'];
    const whole = await callHandler('searchByRome', { ...code, max: total });
    expect(whole.body.response.content).toHaveLength(total);
    expect(whole.body.response.metadata.hasMore).toBe(false);
  });

  it('answers a page past the end with empty content, the true total and the message of page 0', async () => {
    const first = await callHandler('search', { ...required, keywords: 'cooking' });
    const past = await callHandler('search', { ...required, keywords: 'cooking', page: 999 });
    expect(past.body.response).toEqual({
      content: [],
      metadata: { ...first.body.response.metadata, page: 999, hasMore: false },
      msg: first.body.response.msg,
    });
  });

  it('leads pictures to the origin that the client used', async () => {
    const { body } = await callHandler('search', { ...required, keywords: 'cooking' });
    const pictures = body.response.content.flatMap((one: { picture?: string }) => one.picture ?? []);
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) expect(picture).toMatch(/^http:\/\/127\.0\.0\.1:4010\/media\/pictures\//);
  });
});

describe('the code of the message', () => {
  it.each([
    ['all words are there', 'search', { ...required, keywords: 'cooking' }, 'A00'],
    ['no keywords at all', 'search', required, 'A00'],
    ['keywords of spaces', 'search', { ...required, keywords: '  ' }, 'A00'],
    ['one of two words is unknown', 'search', { ...required, keywords: 'cooking zzzz' }, 'C00'],
    ['any word is enough', 'search', { ...required, model: 'extended', keywords: 'cooking zzzz' }, 'B00'],
    [
      'all words are there in the wide model',
      'search',
      { ...required, model: 'extended', keywords: 'cooking' },
      'A00',
    ],
    ['an unknown provider', 'search', { ...required, provider: 'nobody' }, 'C00'],
    ['a provider by its name', 'search', { ...required, provider: 'COURSERA' }, 'A00'],
    ['a carried ROME code', 'searchByRome', { rome: 'H2605', lang: 'fr', max: 3 }, 'A00'],
    ['a ROME code that nothing carries', 'searchByRome', { rome: 'Z9999', lang: 'fr', max: 3 }, 'C00'],
    ['a near ROME code', 'searchByRome', { rome: 'H2699', lang: 'fr', max: 3, model: 'extended2' }, 'B00'],
    ['a near ROME code, strictly', 'searchByRome', { rome: 'H2699', lang: 'fr', max: 3 }, 'C00'],
    ['a carried Formacode', 'searchByFormacode', { formacode: '15012', lang: 'en', max: 3 }, 'A00'],
    [
      'a Formacode and a type',
      'searchByFormacode',
      { formacode: '15012', lang: 'en', max: 3, type: 'app', bloom: 'do' },
      'A00',
    ],
    [
      'a Formacode that nothing carries',
      'searchByFormacode',
      { formacode: '99999', lang: 'en', max: 3 },
      'C00',
    ],
  ])('%s', async (_rule, operationId, query, want) => {
    expect(codeOf(await callHandler(operationId, query))).toBe(want);
  });
});

describe('keywords that say nothing', () => {
  const english = ['', ' ', 'the', 'how to', 'What is the', '!!!', '?'];
  const french = ['', 'le la les', 'à la', 'Qu’est-ce que', '…'];

  it.each([
    ['search', { ...required, model: 'strict' }, english],
    ['search', { ...required, model: 'extended' }, english],
    ['search', { ...required, lang: 'fr' }, french],
    ['searchByProvider', { provider: 'coursera', lang: 'en', type: 'mooc' }, english],
    ['searchByProvider', { provider: 'visions', lang: 'fr', match: 'strict' }, french],
    ['searchByProvider', { provider: 'visions', lang: 'fr', model: 'extended' }, french],
  ])('count as absent: %s with %j', async (operationId, parameters, texts) => {
    const want = (await callHandler(operationId, parameters)).body.response;
    expect(want.msg).toMatch(/^A00/);
    for (const keywords of texts) {
      const { body } = await callHandler(operationId, { ...parameters, keywords });
      expect(body.response, keywords).toEqual(want);
      expect(body.request.keywords).toBe(keywords);
    }
  });

  it('are not what had to be given up', async () => {
    const query = { provider: 'visions', lang: 'fr', type: 'podcast', bloom: 'do', keywords: 'le la les' };
    const { body } = await callHandler('searchByProvider', query);
    expect(body.response.msg).toMatch(/^B00 - .*: (?:bloom, )?type\.$/);
  });
});

describe('a search by provider', () => {
  const visions = { provider: 'visions', lang: 'fr' };

  it.each([
    ['a display name with spaces and no keywords', { provider: 'CY Cergy Pontoise', lang: 'fr' }, 'A00'],
    ['a display name in another case', { provider: 'cy cergy pontoise', lang: 'fr' }, 'A00'],
    ['an accented keyword', { provider: 'youtube', lang: 'fr', keywords: 'Mathématiques' }, 'A00'],
    [
      'the same keyword without accents',
      { provider: 'youtube', lang: 'fr', keywords: 'mathematiques' },
      'A00',
    ],
    ['several words', { provider: 'youtube', lang: 'fr', keywords: 'montage vidéo' }, 'A00'],
    ['an unknown provider, which is never given up', { provider: 'nobody', lang: 'fr' }, 'C00'],
    ['a filter that had to be given up', { ...visions, type: 'podcast' }, 'B00'],
    ['the same under match=strict', { ...visions, type: 'podcast', match: 'strict' }, 'C00'],
    ['the same marked as important', { ...visions, type: 'podcast!important' }, 'C00'],
    ['important, and fitting', { ...visions, type: 'app!important' }, 'A00'],
    ['important keywords that nobody wrote', { ...visions, keywords: 'zzzz!important' }, 'C00'],
    ['keywords that nobody wrote', { ...visions, keywords: 'zzzz' }, 'B00'],
    ['an important number', { ...visions, ageMax: '3!important' }, 'C00'],
    ['a number', { ...visions, ageMax: 3 }, 'B00'],
    [
      'an important note under its other name',
      { ...visions, popularityMin: '1!important', noteMin: 0.1 },
      'C00',
    ],
    ['an important language', { provider: 'visions', lang: 'fr!important' }, 'A00'],
    ['free', { provider: 'coursera', lang: 'en', free: true }, 'A00'],
    ['important and not free', { provider: 'coursera', lang: 'en', free: 'false!important' }, 'A00'],
    ['an address without a distance', { ...visions, address: 'Lyon' }, 'A00'],
    [
      'an address and a distance',
      { provider: 'moncompteformation', lang: 'fr', address: 'Paris', distanceMax: 900 },
      'A00',
    ],
    [
      'nothing near enough, importantly',
      { ...visions, address: 'Cayenne', distanceMax: '0!important' },
      'C00',
    ],
    [
      'nothing near enough to an important address',
      { ...visions, address: 'Cayenne!important', distanceMax: 0 },
      'C00',
    ],
    ['nothing near enough', { ...visions, address: 'Cayenne', distanceMax: 0 }, 'B00'],
  ])('%s', async (_rule, query, want) => {
    expect(codeOf(await callHandler('searchByProvider', query))).toBe(want);
  });

  it('names what it gave up', async () => {
    const { body } = await callHandler('searchByProvider', { ...visions, type: 'podcast' });
    expect(body.response.msg).toMatch(/^B00 - .*: type\.$/);
  });

  it('never gives up the provider or the language', async () => {
    const { body } = await callHandler('searchByProvider', {
      ...visions,
      type: 'podcast',
      keywords: 'zzzz',
      max: 20,
    });
    for (const { provider, lang } of body.response.content)
      expect([provider, lang]).toEqual(['visions', 'fr']);
  });

  it('keeps free and paid apart', async () => {
    for (const free of [true, false]) {
      const { body } = await callHandler('searchByProvider', {
        provider: 'coursera',
        lang: 'en',
        free,
        max: 20,
      });
      for (const { PriceSpecification } of body.response.content)
        expect(PriceSpecification['price-free']).toBe(free);
    }
  });

  it('answers an unknown address with C00 and a warning in ASCII', async () => {
    const reply = await callHandler('searchByProvider', { ...visions, address: 'Atlantisé 😀' });
    expect(codeOf(reply)).toBe('C00');
    expect(reply.headers?.['X-Mock-Warning']).toContain('Atlantis%C3%A9');
    expect(reply.headers?.['X-Mock-Warning']).toMatch(/^[\x20-\x7e]+$/);
  });
});
