/** What a page has shown already, and where: the second time a link says it. Keys are model objects or their places. */
export interface SaidOnce {
  /** Address or name of the earlier place; empty where it has none of its own; undefined the first time. */
  earlier(key: unknown): string | undefined;
  note(key: unknown, href: string): void;
}

export function createSaidOnce(): SaidOnce {
  const places = new Map<unknown, string>();
  return {
    earlier: (key) => places.get(key),
    note: (key, href) => {
      if (!places.has(key)) places.set(key, href);
    },
  };
}
