/**
 * Wraps views so that it is known which of their fields were filled and which were read. A place is the path from the
 * page with array indices collapsed, and rows inside rows taken for the same.
 */
export interface ReadRecorder {
  wrap<Value>(value: Value, place: string): Value;
  /** Places that hold something that no reader asked for. */
  unread(): string[];
  /** Names that a reader asked views for and that none of the same kind holds, at the first place of that kind. */
  unfilled(): string[];
}

interface Kind {
  readonly place: string;
  readonly filled: Set<string>;
  readonly read: Set<string>;
}

/** A value that shows: not an empty text or list, not a mark that is not set. */
function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== '' && value !== false;
}

/** A row is a row and a menu entry a menu entry, however deep. */
function collapsed(place: string): string {
  return place
    .replace(/\.variants\.options\[\]\.row$/, '.children[]')
    .replace('.children[].children', '.children');
}

export function createReadRecorder(): ReadRecorder {
  const filled = new Set<string>();
  const read = new Set<string>();
  const kinds = new Map<string, Kind>();
  const wrapped = new WeakMap<object, object>();

  /** What has the same fields is of one kind: a row of parameters and a row of headers. */
  const kindOf = (value: object, place: string): Kind => {
    const names = Object.keys(value).toSorted().join();
    const kind = kinds.get(names) ?? { place, filled: new Set<string>(), read: new Set<string>() };
    kinds.set(names, kind);
    return kind;
  };

  function wrap<Value>(value: Value, place: string): Value {
    if (typeof value !== 'object' || value === null) return value;
    const known = wrapped.get(value);
    if (known !== undefined) return known as Value;
    const proxy = Array.isArray(value) ? wrapList(value, place) : wrapView(value, place);
    wrapped.set(value, proxy);
    return proxy as Value;
  }

  function wrapList(list: readonly unknown[], place: string): object {
    return new Proxy(list, {
      get: (target, name) => {
        const item: unknown = Reflect.get(target, name);
        return typeof item === 'function' ? item : wrap(item, collapsed(`${place}[]`));
      },
    });
  }

  function wrapView(view: object, place: string): object {
    // Made while it is read: a page's blocks.
    if (Symbol.iterator in view) return wrapEach(view as Iterable<unknown>, `${place}[]`);
    const kind = kindOf(view, place);
    for (const [name, value] of Object.entries(view)) {
      if (!isFilled(value)) continue;
      filled.add(collapsed(`${place}.${name}`));
      kind.filled.add(name);
    }
    let copied: PropertyKey | undefined;
    return new Proxy(view, {
      // `{ ...view }` asks for each field in turn and so says nothing of it: what is read of the copy is not seen.
      getOwnPropertyDescriptor: (target, name) => {
        copied = name;
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
      get: (target, name) => {
        const isCopy = copied === name;
        copied = undefined;
        if (typeof name === 'symbol' || name === 'toJSON') return Reflect.get(target, name);
        const at = collapsed(`${place}.${name}`);
        if (!isCopy) {
          read.add(at);
          kind.read.add(name);
        }
        return wrap(Reflect.get(target, name), at);
      },
    });
  }

  function* wrapEach(items: Iterable<unknown>, place: string): Generator {
    for (const item of items) yield wrap(item, place);
  }

  return {
    wrap,
    unread: () => [...filled].filter((place) => !read.has(place)).toSorted(),
    unfilled: () =>
      [...kinds.values()]
        .flatMap((kind) =>
          [...kind.read].filter((name) => !kind.filled.has(name)).map((name) => `${kind.place}.${name}`),
        )
        .toSorted(),
  };
}
