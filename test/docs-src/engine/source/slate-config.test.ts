import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSlateConfig } from '../../../../docs-src/engine/source/slate-config.ts';

function read(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'slate-config-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return readSlateConfig(folder);
}

describe('whose rule gives the ids', () => {
  const markdown = 'set :markdown,\n    tables: true,\n    with_toc_data: true';
  test.each([
    [{}, undefined],
    [{ 'config.rb': `${markdown},\n    renderer: UniqueHeadCounter` }, 'counted'],
    [{ 'config.rb': `${markdown},\n    :renderer => UniqueHeadCounter` }, 'counted'],
    [{ 'config.rb': `${markdown},\n    renderer: NestingUniqueHeadCounter` }, 'nested'],
    [
      { 'config.rb': `${markdown},\n    renderer: UniqueHeadCounter # or NestingUniqueHeadCounter` },
      'counted',
    ],
    [{ 'config.rb': `${markdown}\n#    renderer: NestingUniqueHeadCounter` }, 'anchors'],
    [{ 'config.rb': 'set :markdown, :tables => true, :with_toc_data => true' }, 'anchors'],
    [{ 'config.rb': `require './lib/redcarpet_header_fix'\n${markdown}` }, 'joined'],
    [
      {
        'config.rb': `${markdown},\n    renderer: UniqueHeadCounter`,
        'lib/unique_head.rb': 'friendly_text = text.parameterize',
      },
      'tagged',
    ],
    [{ 'Gemfile.lock': 'GEM\n  specs:\n    middleman (3.3.12)\n' }, 'anchors'],
    [{ 'Gemfile.lock': 'GEM\n  specs:\n    middleman (4.4.2)\n      middleman-cli (= 3.1.1)\n' }, undefined],
  ])('%j: %s', (files: Record<string, string>, want) => {
    expect(read(files).headingIds).toBe(want);
  });
});

test.each([
  ['set :markdown, with_toc_data: true', true],
  ['set :markdown, smartypants: true, with_toc_data: true', true],
  ['set :markdown, smartypants: false, with_toc_data: true', false],
  ['set :markdown, smartypants: true, renderer: UniqueHeadCounter', false],
  ['', false],
])('punctuation is smart where Middleman chooses the renderer: %j', (config, want) => {
  expect(read({ 'config.rb': config }).hasSmartyPants).toBe(want);
});

test('settings are what config.rb sets to a plain value', () => {
  const { settings } = read({
    'config.rb': `set :base_url, "https://api.example.com/#v1"
set :base_url, "https://api.example.com/v1"
config[:api_version] = '20161108'
set(:limit, 100) # a day
# set :gone, "x"
set :computed, ENV["A"]
set :joined, "a" + "b"
set :shown, "#{version}"
  set :css_dir, 'stylesheets'
`,
  });
  expect(Object.fromEntries(settings)).toEqual({
    base_url: 'https://api.example.com/v1',
    api_version: '20161108',
    limit: '100',
    css_dir: 'stylesheets',
  });
});
