import { createHash } from 'node:crypto';
import { parameterize } from './parameterize.ts';

/** `counted`: Slate's default, `-2` on the second of a name. `nested`: an id starts with those of the headings above it. */
export type HeadingIdStyle = 'counted' | 'nested';

/**
 * Gives the headings of one page their ids as Slate does (its lib/unique_head.rb), from the heading's HTML: tags go,
 * entities stay (so `What's` is `what-39-s`), and a text that Rails cannot spell becomes ten digits of its SHA-1.
 */
export function createHeadingIds(style: HeadingIdStyle): (html: string, level: number) => string {
  const counts = new Map<string, number>();
  const above: string[] = [];
  return (html, level) => {
    const own =
      parameterize(html.replace(/<[^>]*>/g, '')) ||
      createHash('sha1').update(html).digest('hex').slice(0, 10);
    above.length = Math.min(above.length, level - 1);
    const id = style === 'nested' ? [...above.filter((part) => part !== undefined), own].join('-') : own;
    above[level - 1] = own;
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    if (count === 1) return id;
    const numbered = `${id}-${count}`;
    counts.set(numbered, (counts.get(numbered) ?? 0) + 1);
    return numbered;
  };
}
