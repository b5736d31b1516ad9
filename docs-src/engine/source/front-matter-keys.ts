import { nearestName } from '../../../openapi/model/nearest-name.ts';

/** Slate's keys and ours; `layout` has a word of its own where it matters. */
const knownKeys = [
  'title',
  'language_tabs',
  'toc_footers',
  'includes',
  'pages',
  'search',
  'code_clipboard',
  'meta',
  'description',
  'locale',
  'direction',
  'logo',
  'colors',
  'css',
  'edit_url',
  'synonyms',
  'layout',
];

/** Why a key of the front matter does nothing; undefined for those that do something. */
export function faultOfKey(key: string): string | undefined {
  if (knownKeys.includes(key)) return undefined;
  const meant = nearestName(key, knownKeys);
  return meant === undefined
    ? `"${key}" is no key of the front matter that is read.`
    : `"${key}" is not read: did you mean "${meant}"?`;
}
