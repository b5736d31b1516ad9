import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Tags,
} from 'yaml';

/** YAML as Ruby's Psych reads it, which is what Slate has. Lines count from 1. */
export interface RubyYaml {
  /** Maps as objects with a null prototype, scalars as text, booleans or null. Empty YAML is null. */
  readonly value: unknown;
  readonly errors: readonly { readonly line: number; readonly message: string }[];
  /** Keys that stand several times in one map, each with all its lines: the last one counts. */
  readonly repeatedKeys: readonly { readonly key: string; readonly lines: readonly number[] }[];
  /** Line of a key of the outermost map, or of an item of its list; 1 where there is none. */
  lineOf(key: string, item?: number): number;
}

/** YAML 1.1, but for what Psych's scanner takes for text: `y` and `n`, dates, `1e3`, `08`. Its times of a day are seconds (`1:30` is 5400). */
function psychTags(tags: Tags): Tags {
  const isText = /:(bool|timestamp|set|omap|binary)$/;
  const kept = tags.filter(
    (tag) => typeof tag === 'string' || !(isText.test(tag.tag) || /^(EXP|TIME)$/.test(tag.format ?? '')),
  );
  const boolean = /^(?:(yes|true|on)|no|false|off)$/i;
  return [
    {
      tag: 'tag:yaml.org,2002:bool',
      default: true,
      test: boolean,
      resolve: (text: string) => !/^(no|f|of)/i.test(text),
    },
    {
      tag: 'tag:yaml.org,2002:int',
      default: true,
      test: /^[-+]?\d[\d_]*(:[0-5]?\d){1,2}$/,
      resolve: secondsOf,
    },
    {
      tag: 'tag:yaml.org,2002:int',
      default: true,
      test: /^[-+]?[1-9](_?\d|,\d)*$/,
      resolve: (text: string) => Number(text.replace(/[_,]/g, '')),
    },
    {
      tag: 'tag:yaml.org,2002:str',
      default: true,
      test: /^[-+]?0[\d_]*[89][\d_]*$/,
      resolve: (text: string) => text,
    },
    ...kept,
  ];
}

function secondsOf(time: string): number {
  const parts = time.replaceAll('_', '').split(':').map(Number);
  return parts.reduce((seconds, part, index) => seconds + part * 60 ** (2 - index), 0);
}

/** What helps, by the parser's code. */
const advice: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: ' Put a value that holds a colon in quotes.',
  BAD_SCALAR_START: ' Put the value in quotes.',
  TAB_AS_INDENT: ' Use spaces.',
};

/** What the key `<<` is read as. */
const mergeKey = String(Symbol('<<'));

/** As Ruby prints it: `2.0` stays so, `1.10` is 1.1, `:name` is a symbol. */
function scalarValue(value: unknown, source: string | undefined): unknown {
  if (typeof value === 'boolean' || value === null || value === undefined) return value ?? null;
  if (typeof value === 'number' && Number.isInteger(value) && source?.includes('.')) return value.toFixed(1);
  return String(value).replace(/^:(?=[^\s:])/, '');
}

/** Reads one YAML text. `strict: false` takes what libyaml takes too: a comment right after a quote. */
export function readRubyYaml(text: string): RubyYaml {
  const lineCounter = new LineCounter();
  const options = {
    version: '1.1',
    merge: false,
    uniqueKeys: false,
    strict: false,
    logLevel: 'error',
  } as const;
  const document = parseDocument(text, { ...options, lineCounter, customTags: psychTags });
  const lineAt = (offset: number | undefined) =>
    offset === undefined ? 1 : lineCounter.linePos(offset).line;
  // IMPOSSIBLE is a check that the parser makes of itself; the values are there.
  const errors = document.errors
    .filter(({ code }) => code !== 'IMPOSSIBLE')
    .map(({ code, pos, message }) => ({
      line: lineAt(pos[0]),
      message: `${message.replace(/( at line \d+, column \d+)?:?\n[\s\S]*$/, '')}.${advice[code] ?? ''}`,
    }));
  const repeatedKeys: { key: string; lines: number[] }[] = [];
  // An anchor's value is one object wherever it is used, so that an endless one ends.
  const known = new Map<unknown, unknown>();

  function read(node: unknown): unknown {
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target === undefined) {
        errors.push({ line: lineAt(node.range?.[0]), message: `There is no anchor &${node.source}.` });
      }
      return read(target);
    }
    if (isScalar(node)) return scalarValue(node.value, node.source);
    if (known.has(node)) return known.get(node);
    if (isSeq(node)) {
      const list: unknown[] = [];
      known.set(node, list);
      for (const item of node.items) list.push(read(item));
      return list;
    }
    if (!isMap(node)) return null;
    const values: Record<string, unknown> = Object.create(null);
    known.set(node, values);
    const linesOf = new Map<string, number[]>();
    for (const pair of node.items) {
      const key = String(read(pair.key));
      const value = read(pair.value);
      if (key === mergeKey && typeof value === 'object') {
        // Of a list of maps the first one wins; what stood above gives way, as in Psych.
        Object.assign(values, ...(Array.isArray(value) ? [...value].reverse() : [value]));
        continue;
      }
      values[key] = value;
      linesOf.set(key, [...(linesOf.get(key) ?? []), lineAt((pair.key as Node | null)?.range?.[0])]);
    }
    for (const [key, lines] of linesOf) if (lines.length > 1) repeatedKeys.push({ key, lines });
    return values;
  }

  const value = errors.length === 0 ? read(document.contents) : null;
  return {
    value: errors.length === 0 ? value : null,
    errors,
    repeatedKeys,
    lineOf: (key, item) => lineAt(offsetOf(document, key, item)),
  };
}

function offsetOf(document: Document, key: string, item: number | undefined): number | undefined {
  const { contents } = document;
  if (!isMap(contents)) return undefined;
  const pair = contents.items.findLast(
    (candidate) => isScalar(candidate.key) && scalarValue(candidate.key.value, undefined) === key,
  );
  const list = isAlias(pair?.value) ? pair.value.resolve(document) : pair?.value;
  const node = item === undefined || !isSeq(list) ? pair?.key : (list.items[item] ?? pair?.key);
  return (node as Node | undefined)?.range?.[0];
}
