import type { Operation } from '../../model/api-model.ts';
import { basePathOf } from '../../model/read/read-servers.ts';

/**
 * Where the path of an operation begins on a server, an address or a path, that stands for the document's own: below the base path of
 * the operation's own server, if it has one. A server whose path is not the document's has all operations below that.
 */
export function serverUrlOf(
  { servers: [own] }: Pick<Operation, 'servers'>,
  serverUrl: string,
  basePath: string,
): string {
  const [origin = ''] = /^[a-z][a-z\d+.-]*:\/\/[^/]*/i.exec(serverUrl) ?? [];
  if (own === undefined || serverUrl.slice(origin.length).replace(/\/+$/, '') !== basePath) return serverUrl;
  return origin + basePathOf(own);
}
