import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, type SiteFiles, streamSite } from '../../docs-src/build-site.ts';
import { searchEntries } from '../../docs-src/theme/client/search-entries.ts';
import type { ApiModel } from '../../openapi/model/api-model.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';
import { searchDataOf } from '../../scripts/chores/search-check/check-questions.ts';
import { brokenLinks } from './site-links.ts';

const toy = path.join(import.meta.dirname, '../documents/pet-care.yaml');

/** The text of a page as a reader sees it. */
function textOf(files: SiteFiles, page: string): string {
  return plainText(String(files.get(page)));
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function idsOf(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '');
}

test('a site file by file is the site in memory, and what is wrong is told at its end', async () => {
  const told: string[] = [];
  const options = { document: toy, onDocumentFaults: () => told.push('end') };
  const parts = new Map<string, string>();
  for await (const [name, content] of streamSite(options)) {
    const pieces: readonly (string | Uint8Array)[] =
      typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
    parts.set(name, pieces.map((piece) => Buffer.from(piece).toString()).join(''));
    told.push(name);
  }
  const whole = [...(await buildSite({ document: toy }))].map(([name, content]) => [
    name,
    String(Buffer.from(content)),
  ]);
  expect([...parts]).toEqual(whole);
  expect(told.at(-1)).toBe('end');
});

describe('the site of this package’s own document', () => {
  let files: SiteFiles;
  let model: ApiModel;
  beforeAll(async () => {
    files = await buildSite();
    model = await readModel({ document: packageFile('openapi/generated/openapi.json'), strict: true });
  });

  test('shows every operation with its parameters, statuses, examples and plans on one page', () => {
    const html = String(files.get('index.html'));
    const text = textOf(files, 'index.html');
    const missing: string[] = [];
    for (const operation of model.operations) {
      const id = operation.operationId;
      if (!html.includes(`data-operation="${id}"`)) missing.push(id);
      if (!text.includes(operation.path)) missing.push(`${id}: path`);
      for (const { name } of operation.parameters)
        if (!html.includes(`id="${id}-parameter-${name}"`)) missing.push(`${id}: ${name}`);
      for (const { status } of operation.responses)
        if (!html.includes(`id="${id}-status-${status}"`)) missing.push(`${id}: ${status}`);
      for (const { status, contents } of operation.responses) {
        const [, reply = ''] = html.split(`id="${id}-status-${status}"`);
        const shown = plainText(reply.split('<div class="reply"')[0] ?? '');
        for (const { name, value } of contents.flatMap((content) => content.examples)) {
          if (!shown.includes(JSON.stringify(value, null, 2)))
            missing.push(`${id}: ${status}: example ${name}`);
        }
      }
    }
    for (const plan of model.plans?.plans ?? []) {
      if (!text.includes(plan.isHidden ? (plan.demoKey ?? plan.displayName) : plan.displayName))
        missing.push(`plan ${plan.id}`);
    }
    expect(missing).toEqual([]);
  });

  test('has a page for each operation, with all four samples and the key in one place of each', () => {
    for (const operation of model.operations) {
      const html = String(files.get(`operations/${operation.operationId}.html`));
      expect(html).toContain(`id="${operation.operationId}-status-${operation.responses[0]?.status}"`);
      for (const language of ['shell', 'python', 'php', 'javascript'])
        expect(html).toContain(`tab-${language}"`);
      expect(html.split('class="kit-key"')).toHaveLength(operation.security.length > 0 ? 5 : 1);
    }
  });

  test('shows how to send a key in each language, and PHP’s certificate with its note', () => {
    const html = String(files.get('index.html'));
    const section = html.slice(
      html.indexOf('<h1 id="authentication">'),
      html.indexOf('<h2 id="usage-plans">'),
    );
    const samples = [
      ...section.matchAll(/<pre class="highlight \w+ tab-(\w+)"[^>]*><code>([\s\S]*?)<\/pre>/g),
    ];
    expect(samples.map((match) => match[1])).toEqual(['shell', 'python', 'javascript', 'php']);
    for (const [, language, code = ''] of samples)
      expect(code.split(`<span class="kit-key" data-escape="${language}">`), language).toHaveLength(2);
    const php = plainText(samples.find((match) => match[1] === 'php')?.[2] ?? '');
    expect(php).toContain("__DIR__ . DIRECTORY_SEPARATOR . 'certInokufu.cer'");
    expect(php).toContain('CURLOPT_CAINFO');
    expect(section).toMatch(
      /<aside [^>]*class="notice lang-specific php">[\s\S]*certificate[\s\S]*certInokufu\.cer/,
    );
    expect(String(files.get('index.md'))).toContain('certInokufu.cer');
  });

  test('has the page order of the API’s documentation, then the guides', () => {
    const menu = /<ul id="toc"[\s\S]*?<ul class="toc-footer/.exec(String(files.get('index.html')))?.[0] ?? '';
    const entries = [...menu.matchAll(/data-title="([^"]*)"/g)].map((match) => match[1]);
    expect(entries).toEqual([
      'Introduction',
      'Authentication',
      'Usage plans',
      'Utility',
      'Provider',
      'Type',
      'Lang',
      'Bloom',
      'Learning Objects (LO)',
      'Search',
      'Search by provider',
      'Search by ROME',
      'Search by Formacode®',
      'Feedback',
      'The mock',
      'Keys of the mock',
      'Clock of the mock',
      'Response headers',
      'Errors',
      'What this document assumes',
      'Credits',
      'Quickstart',
      'Pages of results',
      'When you are limited',
      'Choosing model and match',
      'Showing cards',
      'Handling errors',
      'Changelog',
    ]);
  });

  test('shows every error that the API can give, with status, code and meaning as the document has them', () => {
    const html = String(files.get('index.html'));
    const codes = model.schemas.get('ErrorCode')?.oneOf ?? [];
    expect(codes.length).toBeGreaterThan(15);
    for (const { const: code, title = '', description = '' } of codes) {
      const [status] = title.split(' ');
      expect(html).toContain(`<dt id="error-${status}-${code}"><code>${code}</code>`);
      expect(textOf(files, 'index.html')).toContain(description.replaceAll('`', ''));
      expect(html).toContain(`aria-label="${title}"`);
    }
    expect(html.slice(html.indexOf('id="error-413"')).split('larger than 10 MB')).toHaveLength(2);
    const statuses = [...html.matchAll(/<section class="error" id="error-(\d+)"/g)].map((match) => match[1]);
    expect(statuses).toEqual([...new Set(codes.map(({ title = '' }) => title.slice(0, 3)))].toSorted());
  });

  test('has no broken link, no id twice and nothing unprinted', () => {
    expect(brokenLinks(files)).toEqual([]);
    for (const [file, content] of files) {
      if (!file.endsWith('.html')) continue;
      const ids = idsOf(String(content));
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        file,
      ).toEqual([]);
      expect(String(content), file).not.toMatch(/\[object Object\]|>undefined<|="undefined"|NaN/);
    }
  });

  test('loads nothing from elsewhere and runs nothing inline', () => {
    for (const [file, content] of files) {
      if (!file.endsWith('.html')) continue;
      const html = String(content).replace(/<pre[\s\S]*?<\/pre>/g, '');
      expect(
        html.match(
          /<(?:script|link|img|iframe|source|video|audio)\b[^>]*\s(?:src|href)="https?:(?!\/\/[^"]*"[^>]*rel="canonical")/g,
        ),
        file,
      ).toBe(null);
      expect(html.match(/\s(?:style|on\w+)="/g), file).toBe(null);
      expect(html.match(/<script(?![^>]*\b(?:src|type="application\/json"))/g), file).toBe(null);
    }
  });

  test('brings the document itself', () => {
    expect(JSON.parse(String(files.get('openapi.json')))).toEqual(model.bundled);
    expect(String(files.get('openapi.yaml'))).toContain('\n  title: Inokufu API Cloud\n');
  });
});

describe('the site of any document', () => {
  let files: SiteFiles;
  beforeAll(async () => {
    files = await buildSite({ document: toy });
  });

  test('is made from its description, its tags and what they hold', () => {
    const text = textOf(files, 'index.html');
    for (const wanted of [
      'Looks after pets',
      'Getting started',
      'People with pets',
      'x-pets-key',
      'Authorization URL',
      'A pet got lost',
      '{$request.body#/callback}',
    ]) {
      expect(text).toContain(wanted);
    }
  });

  test('keeps what is scripted in it as text', () => {
    expect(String(files.get('index.html'))).not.toContain('<script>alert');
    expect(textOf(files, 'index.html')).toContain('<script>alert(1)</script>');
  });

  test('shows what its own samples say, in tabs and beside them', () => {
    const text = textOf(files, 'operations/listPets.html');
    expect(text).toContain('pets.list()  # ours');
    expect(text).toContain('Ruby SDK');
    expect(text).not.toContain('requests.get');
  });

  test('says how lists and objects are written', () => {
    const text = textOf(files, 'operations/listPets.html');
    expect(text).toContain('kind=cat,dog');
    expect(text).toMatch(/filter\[name\]=/);
  });

  test('ends trees that contain themselves with a link', () => {
    expect(String(files.get('operations/getPet.html'))).toMatch(
      /class="see" href="\.\.\/schemas\/\w+\.html"/,
    );
  });

  test('has no broken link', () => {
    expect(brokenLinks(files)).toEqual([]);
  });

  test('speaks French when asked to', async () => {
    const french = await buildSite({ document: toy, locale: 'fr' });
    expect(String(french.get('index.html'))).toContain('<html lang="fr"');
    expect(textOf(french, 'index.html')).toContain('Paramètres de requête');
  });
});

describe('pages of a writer', () => {
  function folderWith(text: string): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
    mkdirSync(path.join(folder, 'images'));
    writeFileSync(path.join(folder, 'index.md'), text);
    writeFileSync(path.join(folder, 'images/cat.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    return folder;
  }

  test('bring prose and images, and operations where they want them', async () => {
    const pages = folderWith(
      '# Cats\n\n![Cat](images/cat.svg)\n\n## One cat\n\nSee [all](#cats) <!-- x -->\n\n<!-- kit operation getPet -->\n\nAfter.',
    );
    const files = await buildSite({ document: toy, pages });
    expect(files.has('images/cat.svg')).toBe(true);
    expect(String(files.get('index.html'))).toContain('src="images/cat.svg"');
    const page = String(files.get('operations/getPet.html'));
    expect(page).toContain('<p>After.</p>');
    expect(page).toContain('href="../index.html#cats"');
    expect(brokenLinks(files)).toEqual([]);
  });

  test('that name an unknown operation stop the build with file and line', async () => {
    const pages = folderWith('# Cats\n\n<!-- kit operation getCat -->\n');
    await expect(buildSite({ document: toy, pages })).rejects.toThrow(
      /index\.md:3: The document has no operation "getCat"/,
    );
  });
});

describe('a site under a sub-path', () => {
  test.each([
    { baseUrl: undefined, wanted: 'fr/' },
    { baseUrl: 'https://pets.example/docs', wanted: 'https://pets.example/docs/fr/' },
  ])('leads to the same site in other languages, with base URL $baseUrl', async ({ baseUrl, wanted }) => {
    const translations = { fr: 'fr/', 'pt-BR': 'https://pets.example/pt/' };
    const files = await buildSite({ document: toy, baseUrl, translations });
    const [index, operation] = ['index.html', 'operations/getPet.html'].map((name) =>
      String(files.get(name)),
    );
    expect(index).toContain(`<link rel="alternate" hreflang="fr" href="${wanted}">`);
    expect(index).toContain('<link rel="alternate" hreflang="pt-BR" href="https://pets.example/pt/">');
    const there = baseUrl === undefined ? '../fr/' : wanted;
    expect(operation).toContain(`<link rel="alternate" hreflang="fr" href="${there}operations/getPet.html">`);
    expect(operation).toContain(
      '<a href="../fr/operations/getPet.html" lang="fr" hreflang="fr">Français</a>',
    );
    expect(operation).toContain('hreflang="pt-BR">Português (Brasil)</a>');
  });

  test('is one that GitHub Pages serves as it is, with absolute addresses where they are asked for', async () => {
    const files = await buildSite({ document: toy, baseUrl: 'https://name.github.io/project' });
    expect(files.has('.nojekyll')).toBe(true);
    expect(String(files.get('index.html'))).toContain(
      '<link rel="canonical" href="https://name.github.io/project/">',
    );
    expect(String(files.get('operations/getPet.html'))).toContain(
      '<meta property="og:url" content="https://name.github.io/project/operations/getPet.html">',
    );
    expect(String(files.get('sitemap.xml'))).toContain(
      '<loc>https://name.github.io/project/operations/getPet.html</loc>',
    );
    expect(String(files.get('llms.txt'))).toContain('(https://name.github.io/project/operations/getPet.md)');
    // The 404 page is shown at any depth: its links start at the site's root, all others are relative.
    expect(String(files.get('404.html'))).toContain('href="/project/site.css"');
    expect(String(files.get('404.html'))).toContain('href="/project/operations/getPet.html"');
    expect(String(files.get('operations/getPet.html'))).not.toMatch(/(href|src)="\//);
  });
});

describe('one page alone', () => {
  let files: SiteFiles;
  beforeAll(async () => {
    files = await buildSite({ document: toy, isOnePage: true });
  });

  test('has the schemas that its trees stop at as sections', () => {
    expect([...files.keys()].filter((file) => file.endsWith('.html'))).toEqual(['index.html']);
    expect(String(files.get('index.html'))).toContain('id="schema-Pet"');
    expect(brokenLinks(files)).toEqual([]);
  });
});

describe('what stands beside the pages', () => {
  let files: SiteFiles;
  beforeAll(async () => {
    files = await buildSite({ document: toy });
  });

  test('is each page as Markdown', () => {
    const markdown = String(files.get('operations/listPets.md'));
    expect(markdown).toContain('# List pets\n\n`GET https://eu.pets.example/v1/pets`');
    expect(markdown).toContain('- `limit` (integer, required): How many 1 to 50; default `10`.');
    expect(markdown).toContain('"name": "Tom"');
    const callback = String(files.get('operations/addPet.md')).split('## Callback added')[1];
    expect(callback).toContain('`POST {$request.body#/callback}`\n\n**Body**\n\n`application/json`');
    expect(callback).toContain('**Response 200 OK**\n\nThanks');
    for (const page of [...files.keys()].filter((file) => file.endsWith('.html') && file !== '404.html')) {
      expect(files.has(page.replace(/\.html$/, '.md')), page).toBe(true);
    }
  });

  test('leads nowhere that its own headings are not', async () => {
    const text = String((await buildSite()).get('llms-full.txt'));
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const anchors = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
    expect(anchors).toContain('what-this-document-assumes');
    expect(anchors.filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
  });

  test('is a list for programs that read, and all of it in one file', () => {
    expect(String(files.get('llms.txt'))).toMatch(/^# Pet care\n\n> /);
    expect(String(files.get('llms.txt'))).toContain('- [List pets](operations/listPets.md): `GET /pets`');
    expect(String(files.get('llms-full.txt'))).toContain('## List pets');
  });

  test('is data for the search', () => {
    const entries = searchEntries(searchDataOf(files));
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'page', title: 'Getting started' }));
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'operation', title: 'List pets', names: 'GET /pets listPets' }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({
        kind: 'parameter',
        title: 'limit',
        texts: [expect.stringMatching(/^How many\n1 to 50; 10/)],
      }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({
        kind: 'error',
        title: 'missing-key',
        texts: [expect.stringContaining('Send a key.')],
      }),
    );
  });

  test('is a Postman collection with the server and the key as variables', () => {
    const collection = JSON.parse(String(files.get('postman-collection.json')));
    expect(collection.info.schema).toBe(
      'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    );
    expect(collection.item.map((folder: { name: string }) => folder.name)).toEqual(['Pets', 'Owners']);
    expect(collection.item[0].item[0].request).toMatchObject({
      method: 'GET',
      url: {
        raw: '{{baseUrl}}/pets?kind=cat,dog&limit=10',
        query: [
          { key: 'kind', value: 'cat,dog' },
          { key: 'limit', value: '10' },
        ],
      },
      auth: { type: 'apikey' },
    });
    expect(collection.variable[0]).toMatchObject({ key: 'baseUrl', value: 'https://eu.pets.example/v1' });
  });
});

test('a site without downloads is its pages alone, and links to nothing that is not there', async () => {
  const files = await buildSite({ document: toy, hasDownloads: false, baseUrl: 'https://pets.example/' });
  const beside = [...files.keys()].filter((name) => /\.(md|yaml|json)$|llms/.test(name));
  expect(beside).toEqual([]);
  expect(brokenLinks(files)).toEqual([]);
  expect(String(files.get('index.html'))).not.toMatch(/copy-page|text\/markdown|postman/i);
  expect(files.has('sitemap.xml')).toBe(true);
});
