import type { Operation } from '../../../openapi/model/api-model.ts';
import { findContent } from '../../../openapi/operations/wire/media-types.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import { type ContractCheck, needsKey } from './contract-check.ts';
import { isDocumented } from './expectation.ts';
import { keyVariable } from './hide-secrets.ts';
import type { SendOutcome } from './send-request.ts';

/** What a reply shows that is wrong with the target as a whole, or with how it is called. */
export interface Symptom {
  readonly kind: 'unavailable' | 'redirect' | 'refused key' | 'unknown path' | 'website';
  readonly check: ContractCheck;
  readonly reply: ReceivedReply;
}

export interface SymptomOptions {
  readonly serverUrl: string;
  readonly serverUrlOf: (operation: Operation) => string;
  /** The base path of the document's own server. */
  readonly basePath: string;
  /** Whether some plan lacks the operation, so that a 403 may be about the plan of a key and not about the key. */
  readonly mayPlanLack: (check: Pick<ContractCheck, 'operation'>) => boolean;
}

export function symptomOf(
  check: ContractCheck,
  outcome: SendOutcome,
  options: SymptomOptions,
): Symptom | undefined {
  if (outcome.kind === 'no-reply') return undefined;
  const { reply } = outcome;
  const kind = kindOf(check, reply, options);
  return kind && { kind, check, reply };
}

function kindOf(
  check: ContractCheck,
  reply: ReceivedReply,
  { mayPlanLack }: SymptomOptions,
): Symptom['kind'] | undefined {
  const { status } = reply;
  const isRedirect = status >= 300 && status < 400 && status !== 304;
  if (isRedirect && !isDocumented(check.operation, status)) return 'redirect';
  // 502 to 504 come from a gateway that has nothing behind it; 520 to 527 are Cloudflare's words for the same.
  if ((status >= 502 && status <= 504) || (status >= 520 && status <= 527)) return 'unavailable';
  // Amazon API Gateway's answer to a path that it does not know.
  if (status === 403 && reply.text.includes('Missing Authentication Token')) return 'unknown path';
  const sendsKey = check.kind === 'documented request' && needsKey(check.operation);
  if (sendsKey && isKeyRefused(check, status, mayPlanLack)) return 'refused key';
  if (status === 404) return 'unknown path';
  return isWebsite(check, reply) || status === 511 ? 'website' : undefined;
}

function isKeyRefused(
  check: ContractCheck,
  status: number,
  mayPlanLack: SymptomOptions['mayPlanLack'],
): boolean {
  return status === 401 || (status === 403 && !mayPlanLack(check));
}

function isWebsite({ operation }: ContractCheck, { mediaType, text }: ReceivedReply): boolean {
  const isHtml =
    mediaType === 'text/html' ||
    mediaType === 'application/xhtml+xml' ||
    /^\s*<(!doctype html|html)\b/i.test(text);
  const contents = operation.responses.flatMap((response) => response.contents);
  return isHtml && findContent(contents, 'text/html') === undefined;
}

/** The symptom in one sentence, and what to do in another. */
export function adviseOn(
  { kind, check, reply }: Symptom,
  { serverUrl, serverUrlOf, basePath }: SymptomOptions,
): { readonly reason: string; readonly advice: string } {
  const came = `${check.request.method} ${serverUrlOf(check.operation)}${check.operation.path} is answered with ${reply.status}`;
  switch (kind) {
    case 'unavailable': {
      const after = reply.headers['retry-after'];
      return {
        reason: `${came}: the API is not available${after === undefined ? '' : ` (Retry-After: ${after})`}.`,
        advice: 'Run the check again when it is.',
      };
    }
    case 'redirect':
      return {
        reason: `${came}, a redirect to ${reply.headers.location ?? 'nowhere'}.`,
        advice: adviceOnRedirect(check, reply, serverUrlOf(check.operation)),
      };
    case 'refused key':
      return {
        reason: `${came}: the target refuses the key.`,
        advice: `Does the environment variable ${keyVariable} hold the whole key, and is it one of this target?`,
      };
    case 'unknown path':
      return {
        reason: `${came}: nothing of the document seems to be there.`,
        advice: adviceOnPath(serverUrl, basePath),
      };
    case 'website':
      return {
        reason: `${came} and a page of HTML: a website, a login page or the network's own gate stands there.`,
        advice:
          'Give the address of the API itself as --target, and log in to the network if it asks for that.',
      };
  }
}

function adviceOnRedirect({ request }: ContractCheck, reply: ReceivedReply, serverUrl: string): string {
  const { location } = reply.headers;
  const path = request.url.slice(serverUrl.length);
  const to =
    location !== undefined && URL.canParse(location, request.url) ? new URL(location, request.url).href : '';
  if (path !== '' && to.endsWith(path))
    return `Redirects are not followed: give --target ${to.slice(0, -path.length)}`;
  return 'Redirects are not followed: give the address of the API itself as --target.';
}

function adviceOnPath(serverUrl: string, basePath: string): string {
  const { origin, pathname } = new URL(serverUrl);
  const isBasePath = pathname.replace(/\/$/, '') === basePath;
  return isBasePath
    ? 'Does the API stand below another path of this host? Give --target with that path.'
    : `Is the path in --target right? The document has ${origin}${basePath}`;
}
