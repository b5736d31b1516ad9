import type { ApiModel, Operation, SourceLocation } from '../../model/api-model.ts';
import { nearestPath } from '../requests/nearest-path.ts';
import { operationAmong, type RouteMatch, type Routes, routesOf } from '../requests/routes.ts';
import { type RawReply, type ReceivedReply, readReceivedReply } from '../wire/read-reply.ts';
import type { Finding } from './finding.ts';
import { judgeReply } from './judge-reply.ts';
import { findingsOfRequest, judgeRequest, type ReceivedRequest } from './judge-request.ts';

/** One request and its response, as plain values: no transport, no Content-Encoding. */
export interface ApiCall {
  readonly request: {
    readonly method: string;
    /** A whole address, or path and query; percent-encoded, as it was sent. */
    readonly url: string;
    /** Names in any letter case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: Uint8Array | string | undefined;
    /** It had a body that nobody kept: nothing is said of it. */
    readonly isBodyUnknown?: boolean | undefined;
  };
  readonly reply: RawReply;
}

export interface JudgeOptions {
  /** Where the document's paths begin in the call's: `/v2`. Default: the base paths of the document's servers, or none. */
  readonly basePath?: string | undefined;
}

/** A call with what the document has for it. */
export interface KnownCall {
  readonly operation: Operation;
  readonly request: ReceivedRequest;
  readonly reply: ReceivedReply;
}

/**
 * Everything that one call shows to be wrong, or that nobody wrote down, by an OpenAPI document. Pure: it sees this one
 * call, and keeps nothing but what it has compiled.
 */
export function judge(call: ApiCall, model: ApiModel, options: JudgeOptions = {}): readonly Finding[] {
  const known = findOperation(call, model, options);
  if ('finding' in known) return [known.finding];
  const { operation, request, reply } = known;
  const judged = judgeRequest(operation, request, model);
  const ofRequest = findingsOfRequest(operation, request, judged);
  return [...ofRequest, ...judgeReply(operation, reply), ...judgeAnswer(operation, ofRequest, reply)];
}

/** The operation that a call is of; where the document has none, what to say of that. */
export function findOperation(
  { request, reply }: ApiCall,
  model: ApiModel,
  options: JudgeOptions = {},
): KnownCall | { readonly finding: Finding } {
  const known = findRequest(request, model, options);
  return 'finding' in known ? known : { ...known, reply: readReceivedReply(request.method, reply) };
}

/** The same of a request alone. */
export function findRequest(
  request: ApiCall['request'],
  model: ApiModel,
  { basePath }: JudgeOptions = {},
): Omit<KnownCall, 'reply'> | { readonly finding: Finding } {
  const { path, queryString } = splitUrl(request.url);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const method = request.method.toUpperCase();
  const found = findRoutes({ url: request.url, headers }, model, { basePath });
  const match = operationAmong(found, method);
  if (match === undefined) return { finding: notDocumented(method, path, found.length > 0, model) };
  const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
  const { operation, pathValues } = match;
  const { isBodyUnknown } = request;
  return { operation, request: { pathValues, queryString, headers, body, isBodyUnknown } };
}

/** Every route that a request may be of, whatever its method, the best first. Header names in lower case. */
export function findRoutes(
  { url, headers }: Pick<ApiCall['request'], 'url' | 'headers'>,
  model: ApiModel,
  { basePath }: JudgeOptions = {},
): readonly RouteMatch[] {
  const { path, queryString } = splitUrl(url);
  const routes = routesOf(model);
  for (const place of placesOf(path, routes, basePath)) {
    const found = routes.find({ path: place, queryString, headers });
    if (found.length > 0) return found;
  }
  return [];
}

function splitUrl(url: string): { readonly path: string; readonly queryString: string } {
  const [target = ''] = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').split('#', 1);
  const mark = target.indexOf('?');
  if (mark < 0) return { path: target || '/', queryString: '' };
  return { path: target.slice(0, mark) || '/', queryString: target.slice(mark + 1) };
}

/** Where a call's path may stand in the document: moved from the given base path to one of its own, as it is, without a base path. */
function* placesOf(path: string, { basePaths }: Routes, basePath: string | undefined): Generator<string> {
  const base = basePath?.replace(/\/+$/, '');
  if (base !== undefined && (path === base || path.startsWith(`${base}/`)))
    for (const own of basePaths) yield own + path.slice(base.length);
  yield path;
  for (const own of basePaths) yield own + path;
}

function notDocumented(method: string, path: string, hasPath: boolean, model: ApiModel): Finding {
  const location: SourceLocation = { file: model.files[0] ?? '', pointer: '/paths' };
  const finding = { about: 'request', basis: 'document', location } as const;
  if (hasPath) {
    const message = `The document has no ${method} for ${path}.`;
    return { ...finding, code: 'undocumented-method', message, got: method };
  }
  const nearest = nearestPath(
    path,
    routesOf(model).all.map((route) => route.path),
    model.basePath,
  );
  const meant = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  const message = `The document has no path ${path}.${meant}`;
  return { ...finding, code: 'unknown-path', message, expected: nearest, got: path };
}

/** Whether the answer fits what was asked: a wrong request is refused, a right one is not called wrong. */
function judgeAnswer(
  operation: Operation,
  ofRequest: readonly Finding[],
  { status }: ReceivedReply,
): readonly Finding[] {
  const [broken] = ofRequest.filter(({ basis }) => basis === 'document');
  const answer = {
    about: 'reply',
    got: String(status),
    location: broken?.location ?? operation.source,
  } as const;
  if (broken !== undefined && status >= 200 && status < 300) {
    const code = broken.code === 'missing-key' ? 'key-not-required' : 'rule-not-enforced';
    const message = `${status} for a request that the document does not allow: ${broken.message}`;
    return [{ ...answer, code, message, basis: broken.code === 'repeated' ? 'undocumented' : 'document' }];
  }
  if (broken === undefined && (status === 400 || status === 422)) {
    const message = `${status} for a request in which nothing is wrong by the document.`;
    return [{ ...answer, code: 'valid-request-refused', message, basis: 'suspicion' }];
  }
  return [];
}
