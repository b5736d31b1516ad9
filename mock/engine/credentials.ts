import type { ApiModel, SecurityScheme } from '../../openapi/model/api-model.ts';
import { isHeaderName } from '../../openapi/model/http-headers.ts';
import { headerText } from '../../openapi/operations/wire/header-text.ts';
import { decodeCookies, decodePairs } from '../../openapi/operations/wire/query-pairs.ts';
import type { ApiRequest } from './api-request.ts';

/** What follows the scheme's name in `Authorization`; for `Basic` the user's name, which is where an API key goes. */
function authorizationValue(header: string | undefined, schemeName: string): string | undefined {
  const [, name, value] = /^(\S+)[ \t]+(.*)$/.exec(header ?? '') ?? [];
  if (name?.toLowerCase() !== schemeName || value === undefined) return undefined;
  return schemeName === 'basic' ? atobOrRaw(value).replace(/:.*$/s, '') || value : value;
}

function atobOrRaw(base64: string): string {
  try {
    return atob(base64.trim());
  } catch {
    // Not Base64: no user has such a name, so the text itself will do to be refused.
    return base64;
  }
}

/** Whether a credential has its scheme's form: in `Basic` a colon stands behind the name (RFC 7617 section 2). */
export function isWellFormed(scheme: SecurityScheme, { authorization }: ApiRequest['headers']): boolean {
  if (scheme.type !== 'http' || scheme.scheme !== 'basic') return true;
  return atobOrRaw(authorization?.replace(/^\S+\s+/, '') ?? '').includes(':');
}

/** The credential that a request sends for a scheme; undefined where it sends none or an empty one. */
export function credentialFor(
  scheme: SecurityScheme,
  request: Pick<ApiRequest, 'headers'>,
  queryString: string,
): string | undefined {
  const { headers } = request;
  switch (scheme.type) {
    case 'apiKey': {
      const name = scheme.name ?? '';
      if (scheme.in === 'header') return headers[name.toLowerCase()]?.trim() || undefined;
      const pairs = scheme.in === 'cookie' ? decodeCookies(headers.cookie ?? '') : decodePairs(queryString);
      return pairs.find((pair) => pair.name === name)?.value.trim() || undefined;
    }
    case 'http':
      return authorizationValue(headers.authorization, scheme.scheme ?? 'bearer')?.trim() || undefined;
    case 'mutualTLS':
      // Nothing of it can be seen here; who terminates TLS has checked it.
      return 'certificate';
    default:
      return authorizationValue(headers.authorization, 'bearer')?.trim() || undefined;
  }
}

/** The first credential that a request sends for any scheme of the document. */
export function sentCredential(
  { securitySchemes }: ApiModel,
  request: Pick<ApiRequest, 'headers'>,
  queryString: string,
): string | undefined {
  for (const scheme of securitySchemes.values()) {
    const credential = credentialFor(scheme, request, queryString);
    if (credential !== undefined) return credential;
  }
  return undefined;
}

/** Where a scheme's credential travels, for people. */
export function placeOfCredential(scheme: SecurityScheme): string {
  if (scheme.type === 'apiKey') {
    if (scheme.in === 'header') return `the header ${scheme.name}`;
    return scheme.in === 'cookie' ? `the cookie ${scheme.name}` : `the query parameter ${scheme.name}`;
  }
  if (scheme.type === 'mutualTLS') return 'a client certificate';
  return `the header Authorization: ${scheme.type === 'http' ? (scheme.scheme ?? '') : 'bearer'}`;
}

/** A challenge for `WWW-Authenticate`, which every 401 has (RFC 9110 15.5.2). */
export function challengeOf(scheme: SecurityScheme, realm: string): string {
  const quoted = `realm="${realm.replace(/[^\x20-\x7e]|["\\]/g, '')}"`;
  if (scheme.type === 'apiKey') {
    const name = headerText(scheme.name ?? '').replace(/["\\]/g, '\\$&');
    return `ApiKey ${quoted}, in="${scheme.in}", name="${name}"`;
  }
  const written = scheme.type === 'http' ? (scheme.scheme ?? 'bearer') : 'bearer';
  // What is no name of a scheme can't be sent either; `checkSendable` has said so.
  const name = isHeaderName(written) ? written : 'unknown';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${quoted}`;
}
