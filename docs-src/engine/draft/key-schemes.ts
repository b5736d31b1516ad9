import type { PageText } from './page-blocks.ts';
import type { RequestTarget } from './request-target.ts';
import type { ShownRequest } from './shown-requests.ts';

/** A way to send a key, as a document has it. */
export interface KeyScheme {
  /** The name of a component. */
  readonly id: string;
  readonly scheme: Readonly<Record<string, string>>;
}

const keyHeader = /api-?_?key|token|secret|access-?_?key|app-?_?(key|id)|client-?_?id|auth|signature|^key$/i;
const keyParameter = /^(api_?-?key|key|access_?token|(auth_?)?token|app_?key|app_?id|access_?key)$/i;
/** What HTTP itself needs of a request: no parameters (OpenAPI, Parameter Object). */
export const plainHeader =
  /^(accept(-.*)?|content-(type|length|md5)|user-agent|host|cookie|cache-control|connection|origin|referer|pragma)$/i;

export function schemeOfHeader(name: string, value: string): KeyScheme | undefined {
  if (!/^[\w-]+$/.test(name) || plainHeader.test(name)) return undefined;
  if (!/^authorization$/i.test(name)) {
    return keyHeader.test(name)
      ? { id: name.toLowerCase(), scheme: { type: 'apiKey', in: 'header', name } }
      : undefined;
  }
  if (/^\W*bearer\b/i.test(value)) return { id: 'bearer', scheme: { type: 'http', scheme: 'bearer' } };
  if (/^\W*basic\b/i.test(value)) return basic;
  return { id: 'authorization', scheme: { type: 'apiKey', in: 'header', name: 'Authorization' } };
}

const basic: KeyScheme = { id: 'basic', scheme: { type: 'http', scheme: 'basic' } };

export function schemeOfQuery(name: string): KeyScheme | undefined {
  return keyParameter.test(name)
    ? { id: `${name}-in-query`, scheme: { type: 'apiKey', in: 'query', name } }
    : undefined;
}

/** Every key that a request carries. */
export function schemesOfRequest(
  request: ShownRequest,
  target: RequestTarget | undefined,
): readonly KeyScheme[] {
  const found = [
    ...request.headers.map(({ name, value }) => schemeOfHeader(name, value)),
    ...(target?.query ?? []).map(({ name }) => schemeOfQuery(name)),
    request.user === undefined ? undefined : basic,
  ];
  return found.filter((scheme) => scheme !== undefined);
}

/** `x-api-key: YOUR-KEY`, alone in a line of text or as code in it. */
export function schemesOfText({ text, markdown }: PageText): readonly KeyScheme[] {
  const inCode = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...text.split('\n'), ...inCode].flatMap((line) => {
    const [, name, value = ''] = /^\s*["']?([A-Za-z][\w-]+)["']?:\s+(\S.{0,120})$/.exec(line) ?? [];
    const isHeader = name !== undefined && (/-|^authorization$/i.test(name) || inCode.includes(line));
    return (isHeader ? schemeOfHeader(name, value) : undefined) ?? [];
  });
}
