import type { components } from '../../../openapi/generated/types.ts';
import { withOrigin } from '../catalog/with-origin.ts';
import type { SearchQuery, SearchResult } from '../search/search-query.ts';

type SearchResults = components['schemas']['SearchResults'];

/** A00, B00 and C00 are public, the sentences after them ours. */
function messageOf({ total, relaxed }: SearchResult): string {
  if (total === 0) return 'C00 - No learning object was found.';
  if (relaxed.length === 0) return 'A00 - These learning objects match your search.';
  return `B00 - Nothing matches all of your search. These learning objects come close, without or with only a part of: ${relaxed.join(', ')}.`;
}

/** The `response` of a search: one page. Past the last page it is empty, with the total and the message of the first. */
export function toSearchResults(result: SearchResult, query: SearchQuery, origin: string): SearchResults {
  const { page, max } = query;
  return {
    content: result.items.map((record) => withOrigin(record.public, origin)),
    metadata: {
      page,
      'number item per page': max,
      'total number item': result.total,
      hasMore: (page + 1) * max < result.total,
    },
    msg: messageOf(result),
  };
}
