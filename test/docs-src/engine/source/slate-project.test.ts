import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSlateProject } from '../../../../docs-src/engine/source/slate-project.ts';

function read(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'slate-'));
  for (const [name, text] of Object.entries({ 'index.html.md': '# One', ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const project = readSlateProject(folder, (file) => path.relative(folder, file));
  const faults = project.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  return { ...project, faults };
}

describe('the stylesheets of a Slate project', () => {
  test.each([
    ["@import 'variables';\n@import 'rtl';", 'rtl'],
    ['@import "variables", "rtl";', 'rtl'],
    ["// @import 'rtl'; // uncomment to switch to RTL format", undefined],
    ["/* @import 'rtl'; */", undefined],
    ["@import 'turtle';", undefined],
  ])('%j read %s', (screen, direction) => {
    expect(read({ 'stylesheets/screen.css.scss': screen }).direction).toBe(direction);
  });

  test('give their own colours to the light theme, their sizes to wide screens, their fonts to all', () => {
    const { css, faults } = read({
      'stylesheets/_variables.scss': `
$nav-bg: #ABCDEF !default;
$examples-bg: $nav-bg !default;
$main-padding: 40px; // wider
%code-font { font-family: "Fira Code", monospace; font-size: 12px; }`,
    });
    expect(faults).toEqual([]);
    expect(css).toBe(`@media screen { :root[data-theme="light"] {
  --nav-bg: #ABCDEF;
  --examples-bg: #ABCDEF;
} }
@media screen and (prefers-color-scheme: light) { :root:not([data-theme="dark"]) {
  --nav-bg: #ABCDEF;
  --examples-bg: #ABCDEF;
} }
@media screen and (min-width: 58.2em) { :root {
  --main-padding: 40px;
} }
:root {
  --code-font: "Fira Code", monospace;
}`);
  });

  test('change nothing where they have Slate’s values', () => {
    const scss = `$nav-bg: #2E3336 !default;
$examples-bg: #2E3336 !default;
$lang-select-active-bg: $examples-bg !default; // feel free to change this to blue or something
$tablet-width: 930px !default;
$nav-width: 230px !default;
$phone-width: $tablet-width - $nav-width !default;
%default-font { font-family: -apple-system, BlinkMacSystemFont, sans-serif; }
%header-font { @extend %default-font; }`;
    expect(read({ 'stylesheets/_variables.scss': scss })).toMatchObject({ css: '', faults: [] });
  });
});

describe('what a Slate project has and the site cannot take', () => {
  test.each([
    ['stylesheets/_variables.scss', '\n$nav-bg: darken(#fff, 20%);', 2, 'SCSS is not computed'],
    ['stylesheets/_variables.scss', '$tablet-width: 800px;', 1, 'Slate’s own widths'],
    ['stylesheets/custom.css.scss', 'a {}', 1, 'A stylesheet of its own'],
    ['javascripts/app/_sandbox.js', '', 1, 'A script of its own'],
    ['layouts/landing.erb', '', 1, 'A layout of its own'],
    ['layouts/layout.erb', '<head>\n<link href="https://fonts.example/a.css">', 2, 'fonts.example'],
    ['pricing.html.erb', '<%= 1 %>', 1, 'only Ruby could run'],
  ])('is named with its place: %s %j', (file, text, line, words) => {
    const { faults } = read({ [file]: text });
    expect(faults).toEqual([expect.stringContaining(words)]);
    expect(faults[0]).toMatch(new RegExp(`^${file}:${line}: `));
  });

  test('is nothing where it has what Slate brings', () => {
    const { faults } = read({
      'layouts/layout.erb': '<%= stylesheet_link_tag :screen, media: :screen %>',
      'javascripts/all.js': '',
      'javascripts/app/_toc.js': '',
      'javascripts/lib/_jquery.js': '',
      'stylesheets/_normalize.scss': '',
      'stylesheets/screen.css.scss': '',
      'stylesheets/print.css.scss': '',
      'fonts/slate.woff': '',
    });
    expect(faults).toEqual([]);
  });
});
