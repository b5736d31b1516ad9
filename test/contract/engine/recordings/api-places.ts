import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { basePathOf } from '../../../../openapi/model/read/read-servers.ts';
import type { ApiCall } from '../../../../openapi/operations/judge/judge.ts';

/** Where the document's API may be. */
interface ApiPlace {
  /** undefined: on any host. */
  readonly origin: string | undefined;
  readonly basePath: string;
  /** What is on the origin beside the base path is of this API, too: somebody has mistaken the path. */
  readonly isWholeOrigin: boolean;
}

/** Finds calls of one API among others. */
export interface ApiPlaces {
  /** Where the document's paths begin in a call of this API; undefined for a call of something else. */
  basePathOf(call: ApiCall): string | undefined;
}

/**
 * With targets: what is on one of these origins, or below the path, where one has a path. Without: what is on the origin of
 * one of the document's servers, and what is below the base path of one on any host, a mock's for example.
 */
export function findApiPlaces(model: ApiModel, targets: readonly string[]): ApiPlaces {
  const places = targets.length > 0 ? targets.map((target) => placeOfTarget(target, model)) : placesOf(model);
  const anyBasePath = places.map(({ basePath }) => basePath);
  return {
    basePathOf({ request: { url, headers } }) {
      const { origin, path } = partsOf(url);
      const isBelow = (basePath: string) => path === basePath || path.startsWith(`${basePath}/`);
      // A path alone is of a log of this API.
      if (origin === undefined) return anyBasePath.find(isBelow) ?? model.basePath;
      const here = places.filter((place) => place.origin === undefined || place.origin === origin);
      const below = here.find(({ basePath }) => isBelow(basePath));
      if (below !== undefined) return below.basePath;
      const known = here.find((place) => place.origin === origin && place.isWholeOrigin);
      return isOfPage(headers) ? undefined : known?.basePath;
    },
  };
}

function placeOfTarget(target: string, { basePath }: ApiModel): ApiPlace {
  const { origin, pathname } = new URL(target);
  const isWholeOrigin = pathname === '/';
  return { origin, basePath: isWholeOrigin ? basePath : pathname.replace(/\/+$/, ''), isWholeOrigin };
}

function placesOf(model: ApiModel): readonly ApiPlace[] {
  const servers = new Set([...model.servers, ...model.operations.flatMap((operation) => operation.servers)]);
  return [...servers].flatMap((server) => {
    const basePath = basePathOf(server);
    const { origin } = partsOf(server.defaultUrl);
    const onAnyHost = basePath === '' ? [] : [{ origin: undefined, basePath, isWholeOrigin: false }];
    return [...(origin === undefined ? [] : [{ origin, basePath, isWholeOrigin: true }]), ...onAnyHost];
  });
}

/** What a browser loads to show a page (https://www.w3.org/TR/fetch-metadata/): documents, scripts, images. */
function isOfPage(headers: Readonly<Record<string, string>>): boolean {
  return (headers['sec-fetch-dest'] ?? 'empty') !== 'empty';
}

/** The origin is undefined where a URL is a path alone. */
export function partsOf(url: string): { readonly origin: string | undefined; readonly path: string } {
  const [, scheme, rest = ''] = /^(https?:\/\/)?([^?#]*)/i.exec(url) ?? [];
  if (scheme === undefined) return { origin: undefined, path: rest };
  const slash = rest.indexOf('/');
  const host = slash < 0 ? rest : rest.slice(0, slash);
  const whole = scheme.toLowerCase() + host.replace(/^.*@/, '').toLowerCase();
  const origin = URL.canParse(whole) ? new URL(whole).origin : whole;
  return { origin, path: slash < 0 ? '/' : rest.slice(slash) };
}
