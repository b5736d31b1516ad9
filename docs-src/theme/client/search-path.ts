import { type SearchEntry, segmentsOf } from './search-entries.ts';

const question = /^(?:([a-z]+)\s+)?(?:https?:\/\/[^\s/]+)?(\/[^\s?#]+?)\/?(?:[?#]\S*)?$/i;

/**
 * The operations that a question names by their address, the exact one first: `GET /type`, `/type`,
 * `https://api.example/v2/type?max=2`. None for any other question.
 */
export function entriesAtPath(entries: readonly SearchEntry[], asked: string): SearchEntry[] {
  const [, method, path] = question.exec(asked.trim()) ?? [];
  if (path === undefined) return [];
  const segments = segmentsOf(path);
  return entries
    .flatMap((entry) => {
      const isMethod = method === undefined || entry.call?.method === method.toUpperCase();
      const count = isMethod && entry.call !== undefined ? sameSegments(entry.call.segments, segments) : 0;
      return count === 0 ? [] : [{ entry, count }];
    })
    .toSorted((one, other) => other.count - one.count)
    .map(({ entry }) => entry);
}

/** How well a path ends another one (before it stands the server's own part): a literal segment is worth two. 0: it does not. */
function sameSegments(own: readonly string[], asked: readonly string[]): number {
  const end = asked.slice(-own.length);
  const each = own.map((segment, at) => (segment === end[at] ? 2 : segment.startsWith('{') ? 1 : 0));
  return end.length < own.length || each.includes(0) ? 0 : each.reduce<number>((sum, one) => sum + one, 0);
}
