import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../../openapi/model/package-root.ts';

const source = readFileSync(packageFile('docs-src/theme/styles/variables.css'), 'utf8');

function declarationsOf(selector: string): Map<string, string> {
  const start = source.indexOf(`${selector} {`);
  const block = source.slice(start, source.indexOf('}', start));
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const declared = declarationsOf(':root');
const themeOf = (pick: 1 | 2) =>
  new Map(
    [...declared].map(([name, value]) => [
      name,
      /^var\(--light, (.+)\) var\(--dark, (.+)\)$/.exec(value)?.[pick] ?? value,
    ]),
  );
const light = themeOf(1);
const dark = themeOf(2);

/** Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Map<string, string>, text: string, background: string): number {
  const [one, other] = [text, background].map((name) => luminance(theme.get(`--${name}`) ?? name)) as [
    number,
    number,
  ];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const code = ['text', 'keyword', 'string', 'number', 'name', 'attribute', 'comment'].map(
  (name) => `code-${name}`,
);
const onDark = ['get', 'post', 'put', 'delete', 'other'].map((name) => `${name}-on-dark`);
const pairs: readonly (readonly [text: string, background: string])[] = [
  ...code.map((name) => [name, 'code-bg'] as const),
  ...[...onDark, 'dark-text', 'dark-muted', 'dark-link'].flatMap((name) =>
    ['code-bg', 'examples-bg', 'code-annotation-bg'].map((background) => [name, background] as const),
  ),
  ...['main-text', 'main-strong', 'main-muted', 'main-link', 'required'].flatMap((name) =>
    ['main-bg', 'main-raised'].map((background) => [name, background] as const),
  ),
  ...['aside-notice-bg', 'aside-warning-bg', 'aside-success-bg'].map(
    (background) => ['aside-text', background] as const,
  ),
  ...['get', 'post', 'put', 'delete', 'other'].map((method) => ['#ffffff', method] as const),
  ['nav-active-text', 'nav-active-bg'],
  ['nav-text', 'nav-bg'],
  ['nav-muted', 'nav-bg'],
];

describe('colours', () => {
  it.each(pairs)('%s on %s has a contrast of at least 4.5 in both themes', (text, background) => {
    expect(contrast(light, text, background)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, text, background)).toBeGreaterThanOrEqual(4.5);
  });

  it('need no function that browsers of 2023 lack', () => {
    const folder = packageFile('docs-src/theme/styles');
    const sheets = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
    const rules = sheets.join('\n').replace(/\/\*[\s\S]*?\*\//g, '');
    expect(rules.match(/light-dark\(|color-mix\(|oklch\(|\b(?:rgb|hsl)\(from\b/g)).toBeNull();
    // A value for one theme alone would be missing in the other.
    expect(rules.match(/var\(--light,/g)).toHaveLength(rules.match(/\) var\(--dark,/g)?.length ?? 0);
  });

  it('differ where it matters', () => {
    expect(light.get('--main-bg')).not.toBe(dark.get('--main-bg'));
  });
});

it("keeps the names of Slate's variables", () => {
  const names =
    'nav-bg examples-bg code-bg code-annotation-bg nav-subitem-bg nav-active-bg nav-active-parent-bg lang-select-border ' +
    'lang-select-bg lang-select-active-bg lang-select-pressed-bg main-bg aside-notice-bg aside-warning-bg ' +
    'aside-success-bg search-notice-bg main-text nav-text nav-active-text nav-active-parent-text lang-select-text ' +
    'lang-select-active-text lang-select-pressed-text nav-width examples-width logo-margin main-padding nav-padding ' +
    'nav-v-padding nav-indent code-annotation-padding h1-margin-bottom nav-footer-border-color search-box-border-color';
  expect(names.split(' ').filter((name) => !light.has(`--${name}`))).toEqual([]);
});
