import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { LanguageFn } from 'highlight.js';
import core from 'highlight.js/lib/core';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { bashWithFlags } from './bash-with-flags.ts';
import { colourTags } from './colour-tags.ts';
import { escapeHtml } from './escape-html.ts';

/** Names of writers -> file names of highlight.js, where they differ. A name that is in neither list is shown plain. */
const fileOfName: Readonly<Record<string, string>> = {
  sh: 'bash',
  shell: 'bash',
  zsh: 'bash',
  curl: 'bash',
  console: 'shell',
  py: 'python',
  python3: 'python',
  js: 'javascript',
  jsx: 'javascript',
  node: 'javascript',
  nodejs: 'javascript',
  ts: 'typescript',
  html: 'xml',
  svg: 'xml',
  xhtml: 'xml',
  yml: 'yaml',
  rb: 'ruby',
  cs: 'csharp',
  'c#': 'csharp',
  'c++': 'cpp',
  golang: 'go',
  rs: 'rust',
  kt: 'kotlin',
  objc: 'objectivec',
  'objective-c': 'objectivec',
  objective_c: 'objectivec',
  jsonc: 'json',
  json5: 'json',
  graphqls: 'graphql',
  md: 'markdown',
  ps1: 'powershell',
  text: 'plaintext',
  txt: 'plaintext',
  plain: 'plaintext',
};

/** Above this a block is shown plain: a page of coloured megabytes helps nobody. */
const maximumLength = 20_000;
const require = createRequire(import.meta.url);
/** The build takes the languages out of highlight.js, of which they are a fifth. */
const builtLanguages = packageFile('dist/languages');
const fileOfLanguage = existsSync(builtLanguages)
  ? (file: string) => path.join(builtLanguages, `${file}.cjs`)
  : (file: string) => `highlight.js/lib/languages/${file}`;
const highlighter = core.newInstance();
const loaded = new Map<string, boolean>();

function load(file: string): boolean {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  let definition: LanguageFn | undefined;
  if (file === 'bash') definition = bashWithFlags;
  else if (/^[a-z0-9-]+$/.test(file)) {
    try {
      definition = require(fileOfLanguage(file)) as LanguageFn;
    } catch (cause) {
      // No such language: the block is shown plain, as Slate does. Anything else is a fault of the installation.
      if ((cause as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw cause;
    }
  }
  if (definition !== undefined) highlighter.registerLanguage(file, definition);
  loaded.set(file, definition !== undefined);
  return definition !== undefined;
}

/** highlight.js' scopes -> the theme's colours, a letter each. What has no colour of its own needs no element. */
const letterOfScope: Readonly<Record<string, string>> = {
  comment: 'c',
  quote: 'c',
  doctag: 'c',
  keyword: 'k',
  'selector-tag': 'k',
  operator: 'k',
  meta: 'k',
  tag: 'k',
  string: 's',
  regexp: 's',
  symbol: 's',
  number: 'n',
  literal: 'n',
  title: 't',
  name: 't',
  section: 't',
  attr: 'a',
  attribute: 'a',
  built_in: 'a',
  type: 'a',
};

function withColourTags(html: string): string {
  const open: string[] = [];
  return html.replace(
    /<span class="hljs-([a-z_-]+)[^"]*">|<span[^>]*>|<\/span>/g,
    (tag, scope: string | undefined) => {
      if (tag === '</span>') return open.pop() ?? '';
      const letter = letterOfScope[scope ?? ''];
      const tags = letter === undefined ? undefined : colourTags(letter);
      open.push(tags?.close ?? '');
      return tags?.open ?? '';
    },
  );
}

const cache = new Map<string, string>();

/** Code as HTML with the theme's colour classes, at build time; a language that it does not know gives escaped text. */
export function highlight(code: string, language: string): string {
  const name = language.toLowerCase();
  const file = fileOfName[name] ?? name;
  if (code.length > maximumLength || file === '' || file === 'plaintext' || !load(file))
    return escapeHtml(code);
  const key = `${file}\n${code}`;
  let html = cache.get(key);
  if (html === undefined) {
    const { value } = highlighter.highlight(code, { language: file, ignoreIllegals: true });
    // Quotes need no entity in element content, and code is full of them.
    // JSON's `true` comes as a keyword inside a literal.
    const flat = value.replace(
      /<span class="hljs-literal"><span class="hljs-keyword">(\w+)<\/span><\/span>/g,
      '<span class="hljs-literal">$1</span>',
    );
    html = withColourTags(flat).replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('\r', '&#13;');
    cache.set(key, html);
  }
  return html;
}
