import type { ApiModel } from '../../../openapi/model/api-model.ts';

/**
 * Where the document's paths begin at the target. A target with a path of its own is taken as it is; a bare origin gets
 * the base path of the document's first server.
 */
export function serverUrlFor(target: URL, model: ApiModel): string {
  const path = target.pathname === '/' ? model.basePath : target.pathname.replace(/\/+$/, '');
  return target.origin + path;
}

/** Whether a mock may run there: on this machine, or in a container beside it, whose name has no dots. */
export function isNear(target: URL): boolean {
  return isLocal(target) || /^[\w-]+$/.test(target.hostname) || target.hostname.endsWith('.internal');
}

/** Whether the target is on this machine (RFC 6890 loopback): nobody else's data or quota is at stake. */
export function isLocal(target: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(target.hostname);
}
