import type { Operation, ResponseHeader } from '../../../../openapi/model/api-model.ts';
import { splitPath } from '../../../../openapi/model/split-path.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import { findRoutes } from '../../../../openapi/operations/judge/judge.ts';
import { methodsAmong } from '../../../../openapi/operations/requests/routes.ts';
import type { PrintableRequest } from '../../../../openapi/operations/wire/curl.ts';
import type { ReceivedReply } from '../../../../openapi/operations/wire/read-reply.ts';
import { type ContractCheck, needsKey } from '../contract-check.ts';
import type { CheckKind } from '../contract-report.ts';
import {
  type Expectation,
  names,
  refusalOfAccept,
  refusalOfLength,
  refusesMediaTypes,
} from '../expectation.ts';
import { keyChecks } from './key-checks.ts';
import { type CheckPlan, countChecks, type Stage, type StageContext } from './stage.ts';

/** Nobody's path. */
const unknownPath = '/a-path-that-nobody-has';
/** Longer than the longest address that is read where the document speaks of one. */
const tooManyBytes = 8_300;

/** What costs nothing: no plan counts requests that are refused before its limits, or that need no key. */
export const freeStage: Stage = {
  name: 'free',
  title: 'what no plan counts: unknown paths and methods, OPTIONS, keys that are missing or wrong',
  share: 1,
  plan: planFree,
  size: (operation, context) => countChecks(planFree(operation, context)),
};

function* planFree(operation: Operation, context: StageContext): CheckPlan {
  const { operations } = context.model;
  if (operation === operations[0]) yield unknownPathCheck(operation, context);
  if (operation === operations.find(({ path }) => path === operation.path))
    yield* pathChecks(operation, context);
  if (!needsKey(operation) && refusesMediaTypes(operation)) yield acceptCheck(operation, context);
  if (operation === operations.find((one) => !needsKey(one) && one.method === 'get' && names(one, 414)))
    yield lengthCheck(operation, context);
  yield* keyChecks(operation, context);
}

/** What every operation of a path shares. */
function* pathChecks(operation: Operation, context: StageContext): Generator<ContractCheck> {
  const methods = methodsAt(operation, context);
  const other = otherMethod(methods, context);
  const { refusals, dialect } = context;
  const basis = dialect.isExact ? 'http' : 'undocumented';
  // Who knows no such method at all says 501 (RFC 9110, section 15.6.2); who looks at the key first 401 or 403.
  const statuses = dialect.isExact ? refusals.unknownMethod : [405, 501, 401, 403, 404, 400];
  yield bare(operation, 'unknown method', `the method ${other}, which the path does not have`, {
    method: other,
    want: { kind: 'answer', statuses, basis },
    alsoWants: (reply) => allowFindings(reply, methods, operation),
    context,
  });
  if (!methods.includes('options')) {
    yield bare(operation, 'OPTIONS', 'OPTIONS', {
      method: 'OPTIONS',
      want: { kind: 'answer', statuses: [200, 204, 405, 501, 401, 403, 404], basis: 'undocumented' },
      alsoWants: (reply) => allowFindings(reply, methods, operation),
      context,
    });
    const header = headerOf(operation, 'access-control-allow-origin');
    if (header !== undefined) yield preflightCheck(operation, header, context);
  }
}

function unknownPathCheck(operation: Operation, context: StageContext): ContractCheck {
  const { dialect, refusals, serverUrl } = context;
  const statuses = dialect.isExact ? refusals.unknownPath : [404, 410, 401, 403, 400];
  const want: Expectation = { kind: 'answer', statuses, basis: dialect.isExact ? 'http' : 'undocumented' };
  const check = bare(operation, 'unknown path', `the path ${unknownPath}, which the document does not have`, {
    method: 'GET',
    want,
    context,
  });
  return { ...check, request: { ...check.request, url: serverUrl + unknownPath } };
}

/** A method that the path lacks. One that could change something is only tried where that does no harm. */
function otherMethod(methods: readonly string[], { mayWrite }: StageContext): string {
  const candidates = mayWrite ? (['delete', 'put', 'patch', 'post', 'get'] as const) : (['get'] as const);
  return candidates.find((method) => !methods.includes(method))?.toUpperCase() ?? 'PROPFIND';
}

/** Allow names the methods that the path has (RFC 9110, section 10.2.1); HEAD comes with GET. */
function allowFindings(
  { headers: { allow } }: ReceivedReply,
  methods: readonly string[],
  { source: location }: Operation,
): readonly Finding[] {
  if (allow === undefined) return [];
  const allowed = new Set(allow.split(',').map((method) => method.trim().toLowerCase()));
  const missing = methods.filter((method) => !allowed.has(method)).map((method) => method.toUpperCase());
  if (missing.length === 0) return [];
  const message = `Allow lacks ${missing.join(', ')}, which the path has (RFC 9110, section 10.2.1).`;
  return [
    {
      code: 'wrong-allow',
      about: 'reply',
      message,
      name: 'Allow',
      expected: missing.join(', '),
      got: allow,
      basis: 'http',
      location,
    },
  ];
}

function headerOf({ responses }: Operation, name: string): ResponseHeader | undefined {
  return responses.flatMap(({ headers }) => headers).find((header) => header.name.toLowerCase() === name);
}

/** What a browser asks before a page of another origin may call (Fetch standard, CORS-preflight fetch). */
function preflightCheck(operation: Operation, header: ResponseHeader, context: StageContext): ContractCheck {
  const basis = header.assumption === undefined ? 'document' : 'assumption';
  const method = operation.method.toUpperCase();
  const keyHeaders = operation.security
    .flat()
    .flatMap(({ scheme }) => (scheme.in === 'header' ? (scheme.name?.toLowerCase() ?? []) : []));
  const alsoWants = ({ headers }: ReceivedReply): readonly Finding[] => {
    const wants = {
      'access-control-allow-origin': ['https://page.example'],
      'access-control-allow-methods': [method],
      'access-control-allow-headers': keyHeaders,
    };
    return Object.entries(wants).flatMap(([name, values]) => {
      const got = headers[name] ?? '';
      const listed = new Set(got.split(',').map((one) => one.trim().toLowerCase()));
      // Of the two simplest methods no list is asked for.
      const missing = values.filter(
        (value) => !listed.has('*') && !listed.has(value.toLowerCase()) && !['GET', 'POST'].includes(value),
      );
      if (missing.length === 0) return [];
      const message = `A preflight is not answered with ${missing.join(', ')} in ${name}, so that no page of another origin can call.`;
      return [
        {
          code: 'wrong-preflight',
          about: 'reply' as const,
          message,
          name,
          expected: missing.join(', '),
          got,
          basis,
          location: header.source,
        },
      ];
    });
  };
  const headers = {
    Origin: 'https://page.example',
    'Access-Control-Request-Method': method,
    ...(keyHeaders.length > 0 ? { 'Access-Control-Request-Headers': keyHeaders.join(',') } : {}),
  };
  const want: Expectation = { kind: 'answer', statuses: [200, 204], basis };
  return bare(operation, 'preflight', "a browser's preflight", {
    method: 'OPTIONS',
    headers,
    want,
    alsoWants,
    context,
  });
}

function acceptCheck(operation: Operation, context: StageContext): ContractCheck {
  const documented = context.documentedCheck(operation);
  const headers = { ...documented.request.headers, Accept: 'application/x-nothing' };
  const name = 'a media type that it does not have';
  return {
    ...documented,
    stage: 'free',
    kind: 'other media type',
    name,
    request: { ...documented.request, headers },
    want: refusalOfAccept(operation),
  };
}

function lengthCheck(operation: Operation, context: StageContext): ContractCheck {
  const documented = context.documentedCheck(operation);
  const { url } = documented.request;
  const longUrl = `${url}${url.includes('?') ? '&' : '?'}pad=${'a'.repeat(tooManyBytes)}`;
  const want = {
    ...refusalOfLength(operation),
    basis: context.dialect.isExact ? ('document' as const) : ('suspicion' as const),
  };
  const name = `an address of more than ${tooManyBytes} bytes`;
  return {
    ...documented,
    stage: 'free',
    kind: 'long address',
    name,
    request: { ...documented.request, url: longUrl },
    want,
  };
}

interface BareOptions {
  readonly method: string;
  readonly headers?: PrintableRequest['headers'];
  readonly want: Expectation;
  readonly alsoWants?: ContractCheck['alsoWants'];
  readonly context: StageContext;
}

/** The address of the documented request with nothing in its query but what the path itself has there, which comes first. */
function bareUrl(operation: Operation, context: StageContext): string {
  const [url = '', query = ''] = context.documentedCheck(operation).request.url.split('?', 2);
  const fixed = query.split('&').slice(0, splitPath(operation.path).query.length);
  return fixed.length === 0 ? url : `${url}?${fixed.join('&')}`;
}

/** All methods of the document at the address of an operation, which another template may fit, too. */
function methodsAt(operation: Operation, context: StageContext): readonly string[] {
  const request = { url: bareUrl(operation, context), headers: {} };
  const found = findRoutes(request, context.model, { basePath: new URL(context.serverUrl).pathname });
  return methodsAmong(found).map((method) => method.toLowerCase());
}

/** A request of an operation's path that has nothing else of it. */
function bare(
  operation: Operation,
  kind: CheckKind,
  name: string,
  { method, headers = {}, want, alsoWants, context }: BareOptions,
): ContractCheck {
  const request = { method, url: bareUrl(operation, context), headers, body: undefined };
  return { operation, stage: 'free', kind, name, request, want, location: operation.source, alsoWants };
}
