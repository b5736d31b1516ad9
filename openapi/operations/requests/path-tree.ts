import { decodedOrItself, percentEncode } from '../../model/percent-encoding.ts';

/** Paths with `{names}`, found by their segments: what a request costs does not grow with their number. */
export interface PathTree<Value> {
  add(template: string, value: Value): void;
  /** What was added for the templates that a path as sent fits, each with what stands for its names, still percent-encoded. */
  find(path: string): readonly Found<Value>[];
}

interface Found<Value> {
  readonly value: Value;
  /** In the order of the names. */
  readonly texts: readonly string[];
}

interface Branch<Value> {
  readonly values: Value[];
  /** By the next segment, decoded. */
  readonly literals: Map<string, Branch<Value>>;
  /** By the next segment with `{}` for each name. */
  readonly patterns: Map<string, { readonly match: TextMatch; readonly branch: Branch<Value> }>;
}

/** What stands for the names of a text, still percent-encoded; undefined where a text does not fit. */
export type TextMatch = (text: string) => readonly string[] | undefined;

export const nameInBraces = /\{([^{}]+)\}/g;

export function bracedNames(template: string): readonly string[] {
  return [...template.matchAll(nameInBraces)].map((found) => found[1] ?? '');
}

export function createPathTree<Value>(): PathTree<Value> {
  const root = newBranch<Value>();

  function add(template: string, value: Value): void {
    let branch = root;
    for (const segment of template.split('/')) branch = next(branch, segment);
    branch.values.push(value);
  }

  function find(path: string): readonly Found<Value>[] {
    const found: Found<Value>[] = [];
    const segments = path.split('/');
    const walk = (branch: Branch<Value>, index: number, texts: readonly string[]): void => {
      const segment = segments[index];
      if (segment === undefined) {
        for (const value of branch.values) found.push({ value, texts });
        return;
      }
      const literal = branch.literals.get(segment.includes('%') ? decodedOrItself(segment) : segment);
      if (literal !== undefined) walk(literal, index + 1, texts);
      for (const pattern of branch.patterns.values()) {
        const more = pattern.match(segment);
        if (more !== undefined) walk(pattern.branch, index + 1, [...texts, ...more]);
      }
    };
    walk(root, 0, []);
    return found;
  }

  return { add, find };
}

function newBranch<Value>(): Branch<Value> {
  return { values: [], literals: new Map(), patterns: new Map() };
}

function next<Value>(branch: Branch<Value>, segment: string): Branch<Value> {
  if (bracedNames(segment).length === 0) {
    const key = decodedOrItself(segment);
    const known = branch.literals.get(key) ?? newBranch();
    branch.literals.set(key, known);
    return known;
  }
  const key = segment.replaceAll(nameInBraces, '{}');
  const known = branch.patterns.get(key) ?? { match: textMatch(segment), branch: newBranch() };
  branch.patterns.set(key, known);
  return known.branch;
}

/** Matches a segment, or what else has `{names}`: `{name}.zip`. Where a text can be read in two ways, the first name takes more. */
export function textMatch(template: string): TextMatch {
  const literals = template.split(/\{[^{}]+\}/);
  if (literals.length === 2 && literals.every((literal) => literal === ''))
    return (text) => (text === '' ? undefined : [text]);
  const pattern = new RegExp(`^${literals.map(literalPattern).join('(.+)')}$`, 's');
  return (text) => pattern.exec(text.includes('%') ? normalise(text) : text)?.slice(1);
}

/** Each character as it is or percent-encoded, however the document has written it. */
function literalPattern(text: string): string {
  return [...decodedOrItself(text)]
    .map((character) => {
      const escaped = character.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
      const encoded = percentEncode(character);
      return encoded === character ? escaped : `(?:${escaped}|${encoded})`;
    })
    .join('');
}

/** Decodes what needs no encoding: `%7Euser` is `~user` (RFC 3986 6.2.2.2). */
function normalise(segment: string): string {
  return segment.replace(/%[\da-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : encoded.toUpperCase();
  });
}
