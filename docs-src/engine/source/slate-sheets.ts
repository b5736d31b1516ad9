import { existsSync } from 'node:fs';
import path from 'node:path';
import { readText } from './read-source-text.ts';
import { readVariables, type SlateVariable } from './slate-variables.ts';
import type { SourceFault } from './source-fault.ts';

/** What the stylesheets of a Slate project set, as far as it can be had without a SCSS compiler. */
export interface SlateSheets {
  /** `rtl` where screen.css.scss imports the sheet of that name. */
  readonly direction: 'rtl' | undefined;
  /** Its own values of Slate's variables, as CSS; empty where all are Slate's. */
  readonly css: string;
  readonly faults: readonly SourceFault[];
}

/** SCSS without its comments; lines keep their numbers. */
function withoutComments(scss: string): string {
  return scss
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:"'(])\/\/.*$/gm, '$1');
}

/** Colours belong to the light theme: the dark one keeps its own. Sizes to screens that have room for two columns. */
export function variablesSheet(variables: readonly SlateVariable[]): string {
  const lines = (kind: SlateVariable['kind']) =>
    variables.filter((variable) => variable.kind === kind).map(({ name, value }) => `  --${name}: ${value};`);
  const rule = (selector: string, declarations: readonly string[]) =>
    declarations.length === 0 ? '' : `${selector} {\n${declarations.join('\n')}\n}`;
  const colours = lines('colour');
  const light = rule(':root[data-theme="light"]', colours);
  const bySystem = rule(':root:not([data-theme="dark"])', colours);
  return [
    colours.length === 0
      ? ''
      : `@media screen { ${light} }\n@media screen and (prefers-color-scheme: light) { ${bySystem} }`,
    lines('size').length === 0
      ? ''
      : `@media screen and (min-width: 58.2em) { ${rule(':root', lines('size'))} }`,
    rule(':root', lines('font')),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Reads stylesheets/ beside a page; `shown` makes the name of a file for messages. */
export function readSlateSheets(folder: string, shown: (file: string) => string): SlateSheets {
  const screen = path.join(folder, 'stylesheets/screen.css.scss');
  const variables = path.join(folder, 'stylesheets/_variables.scss');
  const isRtl = existsSync(screen) && /@import\s+[^;]*["']_?rtl["']/.test(withoutComments(readText(screen)));
  const read = existsSync(variables)
    ? readVariables(withoutComments(readText(variables)), shown(variables))
    : { variables: [], faults: [] };
  return { direction: isRtl ? 'rtl' : undefined, css: variablesSheet(read.variables), faults: read.faults };
}
