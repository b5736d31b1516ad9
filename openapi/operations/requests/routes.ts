import type { ApiModel, Distinction, Operation } from '../../model/api-model.ts';
import { decodedOrItself } from '../../model/percent-encoding.ts';
import { basePathOf } from '../../model/read/read-servers.ts';
import { splitPath } from '../../model/split-path.ts';
import { decodeQueryText, type RawPair, splitQuery } from '../wire/query-pairs.ts';
import { bracedNames, createPathTree, nameInBraces, type TextMatch, textMatch } from './path-tree.ts';

/** A path of the document as it is served: with the base path, and everything that it answers. */
export interface Route {
  /** `/v2/pets/{id}`. */
  readonly path: string;
  /** By upper-case method. */
  readonly operations: ReadonlyMap<string, Operation>;
}

export interface RouteMatch {
  readonly route: Route;
  /** Still percent-encoded, by parameter name. */
  readonly pathValues: Readonly<Record<string, string>>;
}

/** What of a request says which operation it is of, besides its method. */
export interface RequestPlace {
  /** As sent, percent-encoded. */
  readonly path: string;
  /** As sent, without the `?`. */
  readonly queryString: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface Routes {
  /** Every path, in document order. */
  readonly all: readonly Route[];
  /** Those of all servers that operations have, the document's own first. */
  readonly basePaths: readonly string[];
  /**
   * Every route that a request may be of, the best first: a path without `{}` wins over one with (OpenAPI, Paths Object), and of those
   * with, the one that has more literal text. Of one path it is the route that the request shows most of.
   */
  find(place: RequestPlace): readonly RouteMatch[];
}

interface RoutePlan extends Route {
  readonly operations: Map<string, Operation>;
  readonly names: readonly string[];
  /** The template with a last of all characters in the place of each name: the sooner it is literal, the sooner it comes. */
  readonly shape: string;
  /** How many characters of it are literal. */
  readonly literal: number;
  readonly query: readonly QueryRule[];
  readonly toldApartBy: readonly Distinction[];
}

/** A pair that the query of a path has. */
interface QueryRule {
  readonly name: string;
  readonly names: readonly string[];
  readonly match: TextMatch;
}

interface Fitting {
  readonly route: RoutePlan;
  readonly pathValues: RouteMatch['pathValues'];
  /** The request lacks a value that all requests of the route have. */
  readonly isOther: boolean;
  /** How much of what tells the route apart is there. */
  readonly shown: number;
}

const known = new WeakMap<ApiModel, Routes>();

/** The routes of a model, made once. */
export function routesOf(model: ApiModel): Routes {
  const routes = known.get(model) ?? createRoutes(model);
  known.set(model, routes);
  return routes;
}

/** Makes the routes of all operations under the paths of their servers. Nothing is compiled per request. */
export function createRoutes(model: ApiModel): Routes {
  const plans = plansOf(model);
  const tree = createPathTree<RoutePlan>();
  for (const plan of plans) tree.add(splitPath(plan.path).template, plan);

  function find(place: RequestPlace): readonly RouteMatch[] {
    let query: readonly RawPair[] | undefined;
    const pairs = () => (query ??= splitQuery(place.queryString));
    const fitting = tree
      .find(place.path)
      .flatMap(({ value, texts }) => fitOf(value, texts, pairs, place) ?? []);
    return fitting.length > 1 ? fitting.sort(byFit) : fitting;
  }

  return { all: plans, basePaths: basePathsOf(model), find };
}

/**
 * The operation of a method: that of the best route that has it. With `answersHead` HEAD is asked of GET where a route has no HEAD
 * of its own (RFC 9110, section 9.3.2).
 */
export function operationAmong(
  matches: readonly RouteMatch[],
  method: string,
  { answersHead = true }: { readonly answersHead?: boolean } = {},
): (RouteMatch & { readonly operation: Operation }) | undefined {
  for (const match of matches) {
    const { operations } = match.route;
    const operation =
      operations.get(method) ?? (answersHead && method === 'HEAD' ? operations.get('GET') : undefined);
    if (operation !== undefined) return { ...match, operation };
  }
  return undefined;
}

/** Every method of the document that a request's target has: Allow names those of the target, not of one template (RFC 9110, 10.2.1). */
export function methodsAmong(matches: readonly Pick<RouteMatch, 'route'>[]): readonly string[] {
  return [...new Set(matches.flatMap(({ route }) => [...route.operations.keys()]))];
}

/** The base paths of all servers that operations have, the document's own first. */
function basePathsOf({ basePath, operations }: ApiModel): readonly string[] {
  const lists = new Set(operations.map(({ servers }) => servers));
  return [...new Set([basePath, ...[...lists].flatMap((servers) => servers.map(basePathOf))])];
}

function plansOf(model: ApiModel): readonly RoutePlan[] {
  const plans = new Map<string, RoutePlan>();
  for (const operation of model.operations) {
    for (const base of new Set(operation.servers.map(basePathOf))) {
      const key = JSON.stringify([base, operation.path, operation.toldApartBy]);
      const plan = plans.get(key) ?? planOf(base + operation.path, operation.toldApartBy);
      plans.set(key, plan);
      const method = operation.method.toUpperCase();
      if (!plan.operations.has(method)) plan.operations.set(method, operation);
    }
  }
  return [...plans.values()];
}

function planOf(path: string, toldApartBy: readonly Distinction[]): RoutePlan {
  const { template, query } = splitPath(path);
  return {
    path,
    operations: new Map(),
    names: bracedNames(template),
    // The end comes after any character: `/pets/{id}:feed` before `/pets/{id}`.
    shape: `${template.replaceAll(nameInBraces, '\ufffe')}\uffff`,
    literal: decodedOrItself(template.replaceAll(nameInBraces, '')).length,
    query: query.map(({ name, value }) => ({
      name: decodeQueryText(name) ?? name,
      names: bracedNames(value),
      match: queryMatch(value),
    })),
    toldApartBy,
  };
}

function queryMatch(value: string): TextMatch {
  if (bracedNames(value).length > 0) return textMatch(value);
  const want = decodeQueryText(value) ?? value;
  return (text) => (decodeQueryText(text) === want ? [] : undefined);
}

/** Undefined where the request is none of the route. */
function fitOf(
  route: RoutePlan,
  texts: readonly string[],
  pairs: () => readonly RawPair[],
  { headers }: RequestPlace,
): Fitting | undefined {
  const values = route.names.map((name, index) => [name, texts[index] ?? ''] as const);
  for (const { name, names, match } of route.query) {
    const matches = pairs().map((pair) => (pair.name === name ? match(pair.value) : undefined));
    const found = matches.find((one) => one !== undefined);
    if (found === undefined) return undefined;
    values.push(...names.map((one, index) => [one, found[index] ?? ''] as const));
  }
  let [isOther, shown] = [false, route.query.length];
  for (const { in: where, name, value } of route.toldApartBy) {
    const sent =
      where === 'header' ? headers[name.toLowerCase()] : pairs().find((pair) => pair.name === name)?.value;
    const isShown = sent !== undefined && (value === undefined || decodeQueryText(sent) === value);
    if (isShown) shown += 1;
    else if (value !== undefined) isOther = true;
  }
  return { route, pathValues: Object.fromEntries(values), isOther, shown };
}

function byFit(one: Fitting, other: Fitting): number {
  const { route } = one;
  if (route.literal !== other.route.literal) return other.route.literal - route.literal;
  if (route.shape !== other.route.shape) return route.shape < other.route.shape ? -1 : 1;
  return Number(one.isOther) - Number(other.isOther) || other.shown - one.shown;
}
