import type { ApiCall } from '../../../openapi/operations/judge/judge.ts';
import { splitQuery } from '../../../openapi/operations/wire/query-pairs.ts';

/** What version 3 calls its parameters, by names that version 2 does not have. */
const namesOfVersion3 = ['query', 'limit', 'note_min'];

/**
 * Recognises a call of version 3 (`/learningobject/v3`): by its path, or by a search with its parameters. Its public Moodle
 * plugin (inokufu/moodle-local_inokufu) makes such calls.
 */
export function recogniseOtherVersion({ request: { url } }: ApiCall): string | undefined {
  const [path = '', query = ''] = url.replace(/#.*/s, '').split(/\?(.*)/s, 2);
  const names = splitQuery(query).map(({ name }) => name);
  const isOther =
    /\/learningobject\/v3(\/|$)/.test(path) ||
    (/\/search\/?$/.test(path) && namesOfVersion3.filter((name) => names.includes(name)).length > 1);
  return isOther
    ? 'This call is of another version of the API: it asks for version 3, which has other paths and parameters.'
    : undefined;
}
