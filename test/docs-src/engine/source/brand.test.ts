import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../../../docs-src/build-site.ts';
import { contrastOf } from '../../../../docs-src/engine/source/contrast.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'brand-'));
  await writeFile(path.join(folder, 'mark.SVG'), '<svg/>');
  await writeFile(path.join(folder, 'own.css'), 'h1 { letter-spacing: 1px; }');
});
afterAll(() => rm(folder, { recursive: true }));

const inFolder = (name: string) => path.join(folder, name);

/** A page with this front matter: what the site's first page and stylesheet say, and what was wrong. */
async function siteOf(frontMatter: string, options: object = {}, info: object = {}) {
  await writeFile(inFolder('index.md'), `---\ntitle: Own\n${frontMatter}\n---\n\n# One\n`);
  await writeFile(
    inFolder('api.json'),
    JSON.stringify({ openapi: '3.1.0', info: { title: 'Toy', version: '1', ...info }, paths: {} }),
  );
  const faults: string[] = [];
  const files = await buildSite({
    document: inFolder('api.json'),
    pages: folder,
    ...options,
    onFault: ({ file, line, message }) => faults.push(`${file}:${line}: ${message}`),
    onDocumentFaults: (found) => faults.push(...found.map(({ message }) => message)),
  });
  const css = String(files.get('page-styles.css') ?? '');
  return { files, html: String(files.get('index.html')), css, faults };
}

describe('a brand', () => {
  it.each([
    { frontMatter: 'logo: mark.SVG', options: {} },
    { frontMatter: '', options: { brand: { logo: 'FOLDER/mark.SVG' } } },
  ])('has a logo by $frontMatter $options', async ({ frontMatter, options }) => {
    const own = JSON.parse(JSON.stringify(options).replace('FOLDER', folder));
    const { html, files } = await siteOf(frontMatter, own);
    expect(html).toContain('<img src="brand-logo.svg" alt="Own">');
    expect(String(files.get('brand-logo.svg'))).toBe('<svg/>');
  });

  it.each([
    { frontMatter: "colors:\n  nav-bg: '#102030'", options: {}, want: ['--nav-bg: #102030;'] },
    {
      frontMatter: '',
      options: { brand: { colors: { 'main-link': '#024' } } },
      want: ['--main-link: #024;'],
    },
    {
      frontMatter: "colors: {nav-bg: '#102030', nav-text: '#fff'}",
      options: { brand: { colors: { 'nav-bg': '#000' } } },
      want: ['--nav-bg: #000;', '--nav-text: #fff;'],
    },
    { frontMatter: 'css: own.css', options: {}, want: ['letter-spacing'] },
  ])('has styles by $frontMatter $options', async ({ frontMatter, options, want }) => {
    const { css, faults } = await siteOf(frontMatter, options);
    expect(want.filter((text) => !css.includes(text))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('leads to where a page can be edited', async () => {
    const { html } = await siteOf('edit_url: https://git.example/edit/main/{file}');
    expect(html).toContain('<a href="https://git.example/edit/main/index.md">Edit this page</a>');
    const ofDocument = await buildSite({
      document: inFolder('api.json'),
      brand: { editUrl: 'https://git.example/{file}' },
    });
    expect(String(ofDocument.get('index.html'))).toContain('<a href="https://git.example/api.json">');
  });

  it.each([
    {
      frontMatter: 'colors: {nav-bgg: red}',
      want: 'index.md:3: colors: there is no colour "nav-bgg". Did you mean "nav-bg"?',
    },
    { frontMatter: 'colors: {nav-width: red}', want: 'index.md:3: colors: there is no colour "nav-width".' },
    { frontMatter: 'colors: blue', want: 'there is no colour "blue"' },
    { frontMatter: 'colors: {nav-bg: "red; }"}', want: '"red; }" is no value for nav-bg' },
    { frontMatter: 'logo: gone.svg', want: 'index.md:3: logo: there is no file' },
    { frontMatter: 'css: gone.css', want: 'index.md:3: css: there is no file' },
    { frontMatter: 'edit_url: main/{file}', want: 'index.md:3: edit_url: write an address with http' },
    { frontMatter: '', options: { brand: { logo: 'gone.svg' } }, want: /^logo: there is no file gone.svg.$/ },
  ])('stops the build at $frontMatter $options', async ({ frontMatter, options, want }) => {
    await expect(siteOf(frontMatter, options)).rejects.toThrow(want);
  });

  it('is warned of colours that are hard to read', async () => {
    const { faults } = await siteOf("colors: {nav-bg: '#888', main-link: '#0b5cad'}");
    expect(faults).toEqual([
      'index.md:3: colors: nav-text on nav-bg has a contrast of 3.54; readers need 4.5 or more.',
    ]);
  });
});

describe('the logo that a document names', () => {
  const remote = 'https://x.example/logo.png';
  it.each([
    { logo: { url: 'mark.SVG', altText: 'Us' }, want: '<img src="document-logo.svg" alt="Us">', told: [] },
    {
      logo: { url: 'data:image/png;base64,AA' },
      want: '<img src="data:image/png;base64,AA" alt="Own">',
      told: [],
    },
    {
      logo: { url: remote, altText: 'Us', href: 'https://x.example' },
      want: '<a class="logo" href="https://x.example"><span class="logo-text">Us</span>',
      told: [
        `the logo "${remote}" is not loaded: a page asks no other host; keep the file beside the document`,
      ],
    },
    {
      logo: { url: 'gone.png' },
      want: '<span class="logo-text">Own</span>',
      told: ['the logo "gone.png" is no file beside the document'],
    },
    { logo: 'mark.SVG', want: '<span class="logo-text">Own</span>', told: [] },
  ])('$logo', async ({ logo, want, told }) => {
    const { html, faults } = await siteOf('', {}, { 'x-logo': logo });
    expect(html).toContain(want);
    expect(html).not.toContain(`src="${remote}"`);
    expect(faults).toEqual(told);
  });
});

it.each([
  { one: '#fff', other: '#000000', want: 21 },
  { one: '#FFF', other: '#ffffff', want: 1 },
  { one: '#767676', other: '#fff', want: 4.54 },
  { one: 'red', other: '#fff', want: undefined },
  { one: '#fff', other: '#ffff', want: undefined },
])('the contrast of $one and $other is $want', ({ one, other, want }) => {
  const contrast = contrastOf(one, other);
  expect(contrast === undefined ? undefined : Math.round(contrast * 100) / 100).toBe(want);
});
