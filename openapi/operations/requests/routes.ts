import type { ApiModel, HttpMethod, Operation } from '../../model/api-model.ts';
import { decodedOrItself, percentEncode } from '../../model/percent-encoding.ts';
import { basePathOf } from '../../model/read/read-servers.ts';

/** A path of the document as the mock serves it: with the base path, and everything that it answers. */
export interface Route {
  /** `/v2/pets/{id}`. */
  readonly path: string;
  /** By upper-case method. */
  readonly operations: ReadonlyMap<string, Operation>;
}

interface RouteMatch {
  readonly route: Route;
  /** Still percent-encoded, by parameter name. */
  readonly pathValues: Readonly<Record<string, string>>;
}

export interface Routes {
  /** Every path, in document order. */
  readonly all: readonly Route[];
  /** The route of a path as sent, percent-encoded; a path without `{}` wins over one with (OpenAPI, Paths Object). */
  find(path: string): RouteMatch | undefined;
}

interface Template {
  readonly route: Route;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A literal part of a path: each character as it is or percent-encoded, however the document has written it. */
function literalPattern(text: string): string {
  const segments = text.split('/').map((segment) => {
    const characters = [...decodedOrItself(segment)].map((character) => {
      const encoded = percentEncode(character);
      if (character === '/') return encoded;
      return encoded === character ? escapePattern(character) : `(?:${escapePattern(character)}|${encoded})`;
    });
    return characters.join('');
  });
  return segments.join('/');
}

function templateOf(route: Route): Template {
  const names: string[] = [];
  const parts = route.path.split(/(\{[^{}]+\})/).map((part) => {
    if (!part.startsWith('{')) return literalPattern(part);
    names.push(part.slice(1, -1));
    return '([^/]+)';
  });
  return { route, names, pattern: new RegExp(`^${parts.join('')}$`) };
}

/** The earlier a path is literal, the sooner it is tried: `/pets/{id}/photo` before `/pets/{id}/{field}`. */
function bySpecificity(one: Template, other: Template): number {
  // The end comes after any character: `/pets/{id}:feed` before `/pets/{id}`.
  const shape = ({ route }: Template) => `${route.path.replace(/\{[^{}]+\}/g, '\ufffe')}\uffff`;
  return shape(one) < shape(other) ? -1 : 1;
}

/** Whether nothing of a path has two spellings. */
function isPlain(path: string): boolean {
  return /^[\w.~/-]*$/.test(path);
}

/** Decodes what needs no encoding, so that `/v2/%70ets` is `/v2/pets` (RFC 3986 6.2.2.2). */
function normalisePath(path: string): string {
  return path.replace(/%[\da-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : encoded.toUpperCase();
  });
}

/** Makes the routes of all operations under the paths of their servers. Nothing is compiled per request. */
export function createRoutes(model: ApiModel): Routes {
  const operationsByPath = new Map<string, Map<string, Operation>>();
  for (const operation of model.operations) {
    for (const base of new Set(operation.servers.map(basePathOf))) {
      const path = base + operation.path;
      const operations = operationsByPath.get(path) ?? new Map<string, Operation>();
      operationsByPath.set(path, operations.set(upperCase(operation.method), operation));
    }
  }
  const all = [...operationsByPath].map(([path, operations]) => ({ path, operations }));
  const literal = new Map(all.filter(({ path }) => !path.includes('{')).map((route) => [route.path, route]));
  const templates = all
    .filter(({ path }) => path.includes('{') || !isPlain(path))
    .map(templateOf)
    .sort(bySpecificity);

  function find(path: string): RouteMatch | undefined {
    const route = literal.get(path);
    if (route !== undefined) return { route, pathValues: {} };
    for (const template of templates) {
      const match = template.pattern.exec(path);
      if (match === null) continue;
      const entries = template.names.map((name, index) => [name, match[index + 1] ?? ''] as const);
      return { route: template.route, pathValues: Object.fromEntries(entries) };
    }
    const normal = path.includes('%') ? normalisePath(path) : path;
    return normal === path ? undefined : find(normal);
  }

  return { all, find };
}

function upperCase(method: HttpMethod): string {
  return method.toUpperCase();
}
