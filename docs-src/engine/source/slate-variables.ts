import type { SourceFault } from './source-fault.ts';

/** One of Slate's variables with a project's own value. */
export interface SlateVariable {
  readonly name: string;
  readonly value: string;
  readonly kind: 'colour' | 'size' | 'font';
}

/** Slate's _variables.scss (2.13): names and values. `examples-bg` stands for what is derived from it. */
const slates: Readonly<Record<string, string>> = {
  'nav-bg': '#2e3336',
  'examples-bg': '#2e3336',
  'code-bg': '#1e2224',
  'code-annotation-bg': '#191d1f',
  'nav-subitem-bg': '#1e2224',
  'nav-active-bg': '#0f75d4',
  'nav-active-parent-bg': '#1e2224',
  'lang-select-border': '#000',
  'lang-select-bg': '#1e2224',
  'lang-select-active-bg': '#2e3336',
  'lang-select-pressed-bg': '#111',
  'main-bg': '#f3f7f9',
  'aside-notice-bg': '#8fbcd4',
  'aside-warning-bg': '#c97a7e',
  'aside-success-bg': '#6ac174',
  'search-notice-bg': '#c97a7e',
  'main-text': '#333',
  'nav-text': '#fff',
  'nav-active-text': '#fff',
  'nav-active-parent-text': '#fff',
  'lang-select-text': '#fff',
  'lang-select-active-text': '#fff',
  'lang-select-pressed-text': '#fff',
  'nav-width': '230px',
  'examples-width': '50%',
  'logo-margin': '0px',
  'main-padding': '28px',
  'nav-padding': '15px',
  'nav-v-padding': '10px',
  'nav-indent': '10px',
  'code-annotation-padding': '13px',
  'h1-margin-bottom': '21px',
  'nav-footer-border-color': '#666',
  'search-box-border-color': '#666',
};
/** Widths at which the layout changes: CSS takes no custom property there. */
const breakpoints: Readonly<Record<string, string>> = {
  'tablet-width': '930px',
  'phone-width': '$tablet-width - $nav-width',
};
const fonts = ['default-font', 'header-font', 'code-font'];
/** How Slate's own families begin. */
const slatesFonts = /^(-apple-system|Consolas)\b/;
/** The colours that a site may have its own values of: Slate's, and that of links. */
export const brandColours: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(slates).filter(([name]) => kindOf(name) === 'colour')),
  'main-link': '#0b5cad',
};
const plainValue = /^(#[0-9a-f]{3,8}|[a-z]+|-?[\d.]+(px|em|rem|%)?|(rgba?|hsla?)\([\d.,%\s/]+\))$/i;

export function isPlainValue(value: string): boolean {
  return plainValue.test(value);
}

function kindOf(name: string): SlateVariable['kind'] {
  return /(-width|-padding|-margin|-indent|-bottom)$/.test(name) ? 'size' : 'colour';
}

/** Reads the text (without comments) of a _variables.scss. What only a SCSS compiler could say is a fault with its line. */
export function readVariables(
  scss: string,
  file: string,
): { variables: SlateVariable[]; faults: SourceFault[] } {
  const known = new Map<string, string>();
  const variables: SlateVariable[] = [];
  const faults: SourceFault[] = [];
  const lineAt = (index: number) => scss.slice(0, index).split('\n').length;
  for (const { 1: name = '', 2: written = '', index } of scss.matchAll(/\$([\w-]+)\s*:\s*([^;]+);/g)) {
    const value = written.replace(/!default/, '').trim();
    const resolved = value.replace(/\$([\w-]+)/g, (found, other: string) => known.get(other) ?? found);
    known.set(name, resolved);
    const breakpoint = breakpoints[name];
    if (breakpoint !== undefined && value !== breakpoint) {
      const message = `$${name} is not taken: the layout changes at Slate’s own widths.`;
      faults.push({ file, line: lineAt(index), message });
    }
    if (!(name in slates) || resolved.toLowerCase() === slates[name]) continue;
    if (plainValue.test(resolved)) variables.push({ name, value: resolved, kind: kindOf(name) });
    else {
      const message = `$${name} is not taken: only a single plain value can be, SCSS is not computed.`;
      faults.push({ file, line: lineAt(index), message });
    }
  }
  for (const { 1: name = '', 2: body = '' } of scss.matchAll(/%([\w-]+)\s*\{([^}]*)\}/g)) {
    const family = /font-family\s*:\s*([^;{}<]+)/.exec(body)?.[1]?.trim();
    if (family === undefined || !fonts.includes(name) || slatesFonts.test(family)) continue;
    variables.push({ name, value: family, kind: 'font' });
  }
  return { variables, faults };
}
