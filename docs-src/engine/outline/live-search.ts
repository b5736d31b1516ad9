import type { Operation } from '../../../openapi/model/api-model.ts';
import { didYouMean } from '../../../openapi/model/nearest-name.ts';
import { decodedOrItself } from '../../../openapi/model/percent-encoding.ts';

/** A search that a reader can make on the page, where a mock serves it: what `<!-- kit live … -->` says. */
export interface LiveSearch {
  readonly operation: Operation;
  /** The query parameter that the reader types. */
  readonly by: string;
  /** Fields of an item of the reply, with dots on the way into objects. */
  readonly title: string;
  readonly picture: string | undefined;
  readonly facts: readonly string[];
  /** A key of the mock, for readers who have typed none. */
  readonly key: string | undefined;
  /** Query parameters that are sent otherwise than documented. */
  readonly others: ReadonlyMap<string, string>;
}

const settings = ['by', 'title', 'picture', 'facts', 'key'] as const;

/**
 * Reads `OPERATION by=PARAMETER title=FIELD picture=FIELD facts=FIELD,FIELD key=KEY`; any other `NAME=VALUE` is a query parameter;
 * a space is `%20`. * A text says what is wrong.
 */
export function readLiveSearch(
  written: string,
  findOperation: (id: string) => Operation | string,
): LiveSearch | string {
  const [id = '', ...pairs] = written.split(/\s+/);
  const operation = findOperation(id);
  if (typeof operation === 'string') return operation;
  const bare = pairs.find((pair) => !pair.includes('='));
  if (bare !== undefined) return `"${bare}" says nothing: write ${bare}=VALUE.`;
  const values = new Map(
    pairs.map((pair) => pair.split(/=(.*)/s, 2).map(decodedOrItself) as [string, string]),
  );
  const of = (name: (typeof settings)[number]) => values.get(name);
  const names = operation.parameters.flatMap((one) => (one.in === 'query' ? [one.name] : []));
  const others = new Map([...values].filter(([name]) => !settings.some((setting) => setting === name)));
  const [by, title] = [of('by'), of('title')];
  if (operation.method !== 'get' || by === undefined || title === undefined)
    return `A live search is "live OPERATION by=PARAMETER title=FIELD" with an operation that is a GET.`;
  const unknown = [by, ...others.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined)
    return `"${id}" has no query parameter "${unknown}".${didYouMean(unknown, [...names, ...settings])}`;
  const facts = of('facts')?.split(',') ?? [];
  return { operation, by, title, picture: of('picture'), facts, key: of('key'), others };
}
