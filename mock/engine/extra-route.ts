export interface ExtraRouteReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Something that is read beside the operations of the document: how the reply of a path is made, decoded and without the
 * query, `/media/logos/edx-dark-square.svg`; undefined where the path is not its own.
 */
export type ExtraRoute = (path: string) => (() => ExtraRouteReply) | undefined;

/** The first that has the path; undefined: none has it, or the method does not read. */
export function findExtra(
  routes: readonly ExtraRoute[],
  method: string | undefined,
  path: string,
): ReturnType<ExtraRoute> {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  for (const route of routes) {
    const make = route(path);
    if (make !== undefined) return make;
  }
  return undefined;
}
