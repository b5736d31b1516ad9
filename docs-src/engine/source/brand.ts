import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../../../openapi/model/nearest-name.ts';
import { contrastOf } from './contrast.ts';
import { variablesSheet } from './slate-sheets.ts';
import { brandColours, isPlainValue } from './slate-variables.ts';
import { SourceError, type SourceFault } from './source-fault.ts';

/** How a site looks that is somebody's own: as written in front matter or given by options. */
export interface BrandSettings {
  /** Path of an image. */
  readonly logo?: string | undefined;
  /** Values of Slate's colour variables, and of `main-link`: `{nav-bg: '#123'}`. */
  readonly colors?: Readonly<Record<string, string>> | undefined;
  /** Path of one stylesheet. */
  readonly css?: string | undefined;
  /** Where a reader may edit a page's source: an address with `{file}` in it. */
  readonly editUrl?: string | undefined;
}

export interface Brand {
  /** `address` begins with `data:` or is a file of the site; undefined: a logo that is only named. */
  readonly logo:
    | { readonly address: string | undefined; readonly alt?: string; readonly link?: string }
    | undefined;
  readonly css: string;
  readonly editUrl: string | undefined;
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly faults: readonly SourceFault[];
}

/** Where each setting was written; an option has no place. */
export type BrandPlace = (key: string) => Pick<SourceFault, 'file' | 'line'>;

/** Text on a background: what has to stay readable whatever colours are given. */
const pairs = [
  ['nav-text', 'nav-bg'],
  ['nav-text', 'nav-subitem-bg'],
  ['nav-active-text', 'nav-active-bg'],
  ['nav-active-parent-text', 'nav-active-parent-bg'],
  ['lang-select-text', 'lang-select-bg'],
  ['lang-select-active-text', 'lang-select-active-bg'],
  ['main-text', 'main-bg'],
  ['main-link', 'main-bg'],
] as const;

/** Reads a brand's files. What can't be taken stops the build (SourceError); colours that are hard to read are faults. */
export function readBrand(settings: BrandSettings, placeOf: BrandPlace): Brand {
  const { logo, colors = {}, css, editUrl } = settings;
  const errors: SourceFault[] = [];
  const refuse = (key: string, message: string) =>
    errors.push({ ...placeOf(key), message: `${key}: ${message}` });
  const read = (key: string, file: string): Uint8Array => {
    if (existsSync(file)) return readFileSync(file);
    refuse(key, `there is no file ${file}.`);
    return new Uint8Array();
  };
  for (const [name, value] of Object.entries(colors)) {
    if (!(name in brandColours))
      refuse('colors', `there is no colour "${name}".${didYouMean(name, Object.keys(brandColours))}`);
    else if (!isPlainValue(value))
      refuse(
        'colors',
        `"${value}" is no value for ${name}: write a colour like #0f75d4 or rgb(15, 117, 212).`,
      );
  }
  if (editUrl !== undefined && !/^https?:\/\//.test(editUrl))
    refuse('edit_url', 'write an address with http, and {file} where the name of the page’s file belongs.');
  const address = logo === undefined ? undefined : `brand-logo${path.extname(logo).toLowerCase()}`;
  const assets = new Map<string, Uint8Array>();
  if (logo !== undefined && address !== undefined) assets.set(address, read('logo', logo));
  const sheet = css === undefined ? '' : Buffer.from(read('css', css)).toString('utf8');
  if (errors.length > 0) throw new SourceError(errors);
  const variables = Object.entries(colors).map(([name, value]) => ({ name, value, kind: 'colour' as const }));
  return {
    logo: address === undefined ? undefined : { address },
    css: [variablesSheet(variables), sheet.trim()].filter((part) => part !== '').join('\n'),
    editUrl,
    assets,
    faults: paleColours(colors).map((message) => ({ ...placeOf('colors'), message })),
  };
}

function paleColours(colors: Readonly<Record<string, string>>): string[] {
  const all = { ...brandColours, ...colors };
  return pairs.flatMap(([text, background]) => {
    if (colors[text] === undefined && colors[background] === undefined) return [];
    const contrast = contrastOf(all[text] ?? '', all[background] ?? '');
    if (contrast === undefined || contrast >= 4.5) return [];
    return [
      `colors: ${text} on ${background} has a contrast of ${contrast.toFixed(2)}; readers need 4.5 or more.`,
    ];
  });
}
