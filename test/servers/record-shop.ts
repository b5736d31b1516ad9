/** What is true of a record; `stock` is not shown. */
interface Disc {
  readonly id: number;
  readonly title: string;
  readonly genre: string;
  readonly tags: readonly string[];
  readonly year: number | undefined;
  readonly stock: number;
}

const genres = ['jazz', 'rock', 'folk'];
const tags = ['live', 'vinyl', 'box'];

const discs: readonly Disc[] = Array.from({ length: 37 }, (_, id) => ({
  id,
  title: `${id % 3 === 0 ? 'Blue' : 'Red'} ${String((id * 17) % 37).padStart(2, '0')}`,
  genre: genres[id % 3] ?? '',
  tags: tags.filter((_tag, index) => (id + index) % 2 === 0),
  year: id === 7 ? undefined : 1960 + ((id * 7) % 40),
  stock: (id * 5) % 12,
}));

export type Query = Readonly<Record<string, string | undefined>>;

export interface RecordPage {
  request: string;
  items: { id: number; title: string; genre: string; tags: readonly string[]; year?: number | undefined }[];
  paging: { limit: number; offset: number; total: number; more: boolean };
}

/** Each filter of the toy, by its parameter. */
const filters: Readonly<Record<string, (disc: Disc, value: string) => boolean>> = {
  genre: ({ genre }, value) => genre === value,
  tag: (disc, value) => disc.tags.includes(value),
  year_from: ({ year }, value) => year !== undefined && year >= Number(value),
  year_to: ({ year }, value) => year !== undefined && year <= Number(value),
  stock_from: ({ stock }, value) => stock >= Number(value),
  stock_to: ({ stock }, value) => stock <= Number(value),
  q: ({ title }, value) => title.toLowerCase().includes(value.toLowerCase()),
};

const orders: Readonly<Record<string, (one: Disc, other: Disc) => number>> = {
  title: (one, other) => (one.title < other.title ? -1 : 1),
  '-year': (one, other) => (other.year ?? 0) - (one.year ?? 0) || one.id - other.id,
  popular: (one, other) => other.stock - one.stock || one.id - other.id,
};

/** GET /records of test/documents/record-shop.yaml. `requests`: how many were answered before. */
export function answerRecords(query: Query, requests: number): RecordPage {
  const found = discs
    .filter((disc) =>
      Object.entries(filters).every(([name, passes]) => {
        const value = query[name];
        return value === undefined || passes(disc, value);
      }),
    )
    .sort(orders[query.sort ?? 'title']);
  const [limit, offset] = [Number(query.limit ?? 5), Number(query.offset ?? 0)];
  return {
    request: `request-${requests}`,
    items: found.slice(offset, offset + limit).map(({ stock: _, ...shown }) => shown),
    paging: { limit, offset, total: found.length, more: offset + limit < found.length },
  };
}

export function answerGenres(): { name: string }[] {
  return genres.map((name) => ({ name }));
}
