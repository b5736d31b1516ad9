import type { JsonValue, Operation } from '../../../../openapi/model/api-model.ts';
import type { RelationOf } from '../../../../openapi/model/relations.ts';
import { valueAt } from '../../../../openapi/model/value-at.ts';
import { listAt, numberAt } from '../../../../test/contract/engine/relations/value-at.ts';
import { changeAt } from '../change-at.ts';
import { type Grounds, relationOfKind } from '../grounds.ts';
import {
  type ApiMutant,
  changedBodies,
  jsonOf,
  type PassingRequest,
  type SoundApi,
  sentValue,
  withQuery,
} from '../mutant.ts';

interface Page {
  readonly body: JsonValue;
  readonly items: readonly JsonValue[];
  /** Pages, or items, before it. */
  readonly number: number;
  readonly size: number;
  readonly total: number;
  readonly relation: RelationOf<'pages'>;
  /** Items of another page of the same query. */
  itemsOf(number: number, size?: number): Promise<readonly JsonValue[]>;
}

type PageFault = (
  page: Page,
  memory: Map<string, number>,
) => JsonValue | undefined | Promise<JsonValue | undefined>;

const withItems = ({ body, relation }: Page, items: readonly JsonValue[]) =>
  changeAt(body, relation.items, () => items);
const withTotal = ({ body, relation }: Page, total: number) =>
  relation.total === undefined ? undefined : changeAt(body, relation.total, () => total);
const withMore = ({ body, relation }: Page, change: (hasMore: boolean) => boolean) =>
  relation.hasMore === undefined
    ? undefined
    : changeAt(body, relation.hasMore, (value) => change(value === true));
const isFirst = ({ number }: Page) => number === 0;
const stepOf = ({ relation, size }: Page) => (relation.page === undefined ? size : 1);
const isPastEnd = ({ items, number, total }: Page) => items.length === 0 && number > 0 && total > 0;

const faults: Readonly<Record<string, PageFault>> = {
  'the last item of a page is the first of the next': async (page) => {
    if (isFirst(page) || page.items.length === 0) return undefined;
    const before = await page.itemsOf(page.number - stepOf(page));
    return withItems(page, [before.at(-1) ?? null, ...page.items.slice(1)]);
  },
  'the first item comes on every page': async (page) =>
    isFirst(page) || page.items.length === 0
      ? undefined
      : withItems(page, [(await page.itemsOf(0))[0] ?? null, ...page.items.slice(1)]),
  'an item is there twice on a page': (page) =>
    page.items.length < 2 ? undefined : withItems(page, [page.items[1] ?? null, ...page.items.slice(1)]),
  'the page is ignored': async (page) => (isFirst(page) ? undefined : withItems(page, await page.itemsOf(0))),
  'pages begin one item too late': async (page) => {
    if (isFirst(page) || page.items.length === 0) return undefined;
    const next = await page.itemsOf(page.number + stepOf(page));
    return withItems(page, [...page.items.slice(1), ...next.slice(0, 1)]);
  },
  'pages count from one too many': async (page) =>
    withItems(page, await page.itemsOf(page.number + stepOf(page))),
  'pages count from one too few': async (page) =>
    isFirst(page) ? undefined : withItems(page, await page.itemsOf(page.number - stepOf(page))),
  'the total grows with the page': (page) =>
    isFirst(page) ? undefined : withTotal(page, page.total + page.number),
  'the total shrinks with the page': (page) =>
    isFirst(page) ? undefined : withTotal(page, Math.max(0, page.total - page.number)),
  'the total grows with each call': (page, memory) => {
    const calls = (memory.get('calls') ?? 0) + 1;
    memory.set('calls', calls);
    return withTotal(page, page.total + calls);
  },
  'the total is one too many': (page) => withTotal(page, page.total + 1),
  'the total is one too few': (page) => (page.total === 0 ? undefined : withTotal(page, page.total - 1)),
  'the total is what the page has': (page) => withTotal(page, page.items.length),
  'the total is 0 past the end': (page) => (isPastEnd(page) ? withTotal(page, 0) : undefined),
  'hasMore is always true': (page) => withMore(page, () => true),
  'hasMore is always false': (page) => withMore(page, () => false),
  'hasMore is the opposite': (page) => withMore(page, (hasMore) => !hasMore),
  'hasMore is true on a full last page': (page) =>
    page.items.length === page.size ? withMore(page, () => true) : undefined,
  'a page has one item too many': async (page) => {
    const next = await page.itemsOf(page.number + stepOf(page));
    return next[0] === undefined ? undefined : withItems(page, [...page.items, next[0]]);
  },
  'a page has one item too few': (page) =>
    page.items.length < 2 ? undefined : withItems(page, page.items.slice(0, -1)),
  'the size is ignored': async (page) => withItems(page, await page.itemsOf(page.number, 5)),
  'the last page comes again past the end': async (page) => {
    if (!isPastEnd(page)) return undefined;
    const last = page.relation.page === undefined ? page.total - 1 : Math.ceil(page.total / page.size) - 1;
    return withItems(page, await page.itemsOf(last));
  },
  'the first page comes again past the end': async (page) =>
    isPastEnd(page) ? withItems(page, await page.itemsOf(0)) : undefined,
  'the last page is empty': (page) =>
    !isFirst(page) && page.items.length > 0 && page.items.length < page.size
      ? withItems(page, [])
      : undefined,
};

/** What can be wrong between the pages of a query, and within one. */
export function pagingMutants(grounds: Grounds): readonly ApiMutant[] {
  return grounds.operations.flatMap((operation) => {
    const relation = relationOfKind(operation, 'pages');
    if (relation === undefined) return [];
    return Object.entries(faults)
      .filter(([name]) => relation.hasMore !== undefined || !name.startsWith('hasMore'))
      .map(
        ([name, fault]): ApiMutant => ({
          class: 'paging',
          name: `${operation.operationId}: ${name}`,
          operationId: operation.operationId,
          about: [relation.page ?? relation.offset ?? '', relation.size, relation.total ?? relation.items],
          create: () => {
            const memory = new Map<string, number>();
            return changedBodies(operation, (body, request, api) => {
              const page = pageOf(operation, relation, body, request, api);
              return page && fault(page, memory);
            });
          },
        }),
      );
  });
}

function pageOf(
  operation: Operation,
  relation: RelationOf<'pages'>,
  body: JsonValue,
  request: PassingRequest,
  api: SoundApi,
): Page | undefined {
  const place = relation.page ?? relation.offset ?? '';
  const first = relation.first ?? 0;
  const defaultSize = operation.parameters.find(({ name }) => name === relation.size)?.schema.default;
  const size = Number(sentValue(request, relation.size) ?? defaultSize);
  const items = listAt(body, relation.items);
  if (items === undefined || valueAt(body, relation.items) === undefined) return undefined;
  return {
    body,
    items,
    size,
    number: Number(sentValue(request, place) ?? first) - first,
    total: numberAt(body, relation.total) ?? items.length,
    relation,
    itemsOf: async (number, otherSize = size) => {
      const query = { [place]: String(Math.max(0, number) + first), [relation.size]: String(otherSize) };
      return listAt(jsonOf(await api.askAside(withQuery(request, query))), relation.items) ?? [];
    },
  };
}
