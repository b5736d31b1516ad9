import type { ApiModel } from '../../openapi/model/api-model.ts';

const shown = 4;

/** Enough of a key to recognise it, not enough to use it: `mock…` . */
export function maskKey(key: string): string {
  return key.length > shown * 2 ? `${key.slice(0, shown)}…` : '…';
}

/** Hides the credentials of the document's security schemes wherever a request carries them. */
export interface KeyMask {
  headers(headers: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>>;
  target(target: string): string;
}

/** Headers that carry credentials whatever a document says: Authorization, Cookie, X-RapidAPI-Key, X-Auth-Token, ... */
const secretHeader = /authorization|cookie|(^|-)(key|token|secret|password)$/i;

export function createKeyMask(model: ApiModel): KeyMask {
  const schemes = [...model.securitySchemes.values()];
  const namesIn = (place: 'header' | 'query') =>
    schemes.flatMap((scheme) => (scheme.in === place && scheme.name !== undefined ? [scheme.name] : []));
  const headerNames = new Set(namesIn('header').map((name) => name.toLowerCase()));
  const queryNames = new Set(namesIn('query'));
  return {
    headers(headers) {
      const masked: Record<string, string> = {};
      for (const name in headers) {
        const value = headers[name];
        if (value !== undefined) {
          masked[name] = headerNames.has(name) || secretHeader.test(name) ? maskKey(value) : value;
        }
      }
      return masked;
    },
    target(target) {
      if (queryNames.size === 0) return target;
      return target.replace(/([?&])([^=&#]*)=([^&#]*)/g, (pair, mark: string, name: string, value: string) =>
        queryNames.has(decoded(name)) ? `${mark}${name}=${maskKey(value)}` : pair,
      );
    },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not a name that a document could have: nothing to hide.
    return text;
  }
}
