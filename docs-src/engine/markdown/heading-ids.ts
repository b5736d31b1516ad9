import { createHash } from 'node:crypto';
import { parameterize } from './parameterize.ts';
import { redcarpetAnchor } from './redcarpet-anchor.ts';

/**
 * Whose rule gives the ids. `counted`: Slate 2's, `-2` on the second of a name. `tagged`: that of 2.0, where a tag's name is
 * text too. `nested`: Slate's NestingUniqueHeadCounter, each after the headings above it. `anchors`: Slate 1's, by Redcarpet itself;
 * `joined`: that of 1.1 (its redcarpet_header_fix.rb), words with dashes.
 */
export type HeadingIdStyle = 'counted' | 'tagged' | 'nested' | 'anchors' | 'joined';

/** The id of a heading, from its HTML as Redcarpet prints it (`'` is `&#39;`) and its level. */
export type NextId = (html: string, level: number) => string;

const withoutTags = (html: string) => html.replace(/<[^>]*>/g, '');
/** A text that Rails cannot spell has ten digits of its SHA-1. */
const spelled = (text: string, html: string) =>
  parameterize(text) || createHash('sha1').update(html).digest('hex').slice(0, 10);

/** Of a page: gives for each of its files what gives Slate's ids, of which some may be equal. */
const slateIds: Readonly<Record<HeadingIdStyle, () => () => NextId>> = {
  counted: () => () => counted((html) => spelled(withoutTags(html), html)),
  tagged: () => () => counted((html) => spelled(html, html)),
  anchors: () => () => redcarpetAnchor,
  joined: () => () => (html) =>
    html
      .toLowerCase()
      .replace(/ +|\.+/g, '-')
      .replace(/[^a-z0-9\-_]/g, ''),
  nested: () => {
    // One memory for all files: a level keeps its last heading until the next one, and its tags count as text.
    const seen: string[] = [];
    const next: NextId = (html, level) => {
      seen[level] = parameterize(html);
      const above = seen.slice(1, level).filter((id) => id !== undefined);
      return [...above, parameterize(withoutTags(html))].join('-');
    };
    return () => next;
  },
};

function counted(idOf: (html: string) => string): NextId {
  const counts = new Map<string, number>();
  return (html) => {
    const id = idOf(html);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

/** Gives the headings that are rendered in one go their ids: Slate counts anew in each include. Without a number: by itself. */
export type HeadingIds = (rendering?: number) => NextId;

/** The number of the page's own file, with which counts what a document adds. */
export const pageItself = 0;

/**
 * Gives the headings of one page the ids that Slate gave them, so that old links land. Slate's page may hold an id twice, and
 * a browser goes to the first: the first keeps it, and a later one is named after the heading above it, with a dot, which no
 * rule of Slate's prints (`users.http-request`).
 */
export function createHeadingIds(style: HeadingIdStyle): HeadingIds {
  const startCount = slateIds[style]();
  const started = new Map<number | undefined, NextId>();
  const taken = new Set<string>();
  const above: string[] = [];
  return (rendering) => {
    const slateId = (rendering === undefined ? undefined : started.get(rendering)) ?? startCount();
    started.set(rendering, slateId);
    return (html, level) => {
      const wanted = slateId(html, level);
      const parent = above.slice(1, level).findLast((id) => id !== undefined);
      const id = freeId(wanted, parent, taken);
      taken.add(id);
      above.length = Math.min(above.length, level);
      above[level] = id;
      return id;
    };
  };
}

function freeId(wanted: string, parent: string | undefined, taken: ReadonlySet<string>): string {
  if (wanted !== '' && !taken.has(wanted)) return wanted;
  const named = parent === undefined ? wanted : `${parent}.${wanted}`;
  if (parent !== undefined && !taken.has(named)) return named;
  let count = 2;
  while (taken.has(`${named}.${count}`)) count += 1;
  return `${named}.${count}`;
}
