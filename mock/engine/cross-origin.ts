import type { ApiModel } from '../../openapi/model/api-model.ts';

/** What the mock itself adds to replies, for pages of other origins to read (Fetch Standard, CORS protocol). */
const ownHeaders = [
  'X-Request-Id',
  'RateLimit-Policy',
  'RateLimit',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
  'Retry-After',
  'Allow',
  'Preference-Applied',
  'X-Mock-Ignored',
  'X-Mock-Reason',
  'X-Mock-Usage',
  'X-Mock-Warning',
];
const exposedHeaders = ownHeaders.join(', ');
/** Readable without being named (Fetch Standard, CORS-safelisted response-header name), or of no use to a page. */
const needsNoExposure = new Set(
  [
    ...ownHeaders,
    ...['Cache-Control', 'Content-Language', 'Content-Length', 'Content-Type', 'Expires', 'Last-Modified'],
    ...['Pragma', 'Set-Cookie', 'Vary'],
  ].map((name) => name.toLowerCase()),
);
const exposing = 'Access-Control-Expose-Headers';

/** Lets pages of every origin read every reply, failures too. */
const anyOrigin: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  [exposing]: exposedHeaders,
};

/** The CORS headers of every reply to a request, by its Origin. */
export type CrossOrigin = (origin: string | undefined) => Readonly<Record<string, string>>;

/**
 * Where a cookie is the key, a page has to send credentials, and a browser hands it the reply only if that names the
 * page's origin (Fetch Standard, CORS protocol and credentials).
 */
export function createCrossOrigin({ securitySchemes }: ApiModel): CrossOrigin {
  const takesCookies = [...securitySchemes.values()].some((scheme) => scheme.in === 'cookie');
  if (!takesCookies) return () => anyOrigin;
  return (origin) =>
    origin === undefined
      ? { ...anyOrigin, Vary: 'Origin' }
      : {
          ...anyOrigin,
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Allow-Credentials': 'true',
          Vary: 'Origin',
        };
}

/** Adds the names of all other headers of a reply to those that a page may read: the document's, a handler's. */
export function exposeHeaders(headers: Record<string, string>): void {
  const listed = headers[exposing];
  if (listed === undefined) return;
  const others = Object.keys(headers).filter((name) => {
    const key = name.toLowerCase();
    return !needsNoExposure.has(key) && !key.startsWith('access-control-');
  });
  if (others.length > 0) headers[exposing] = [listed, ...others].join(', ');
}
