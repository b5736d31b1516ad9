/** A request that is not for an operation of the document. */
interface ExtraRouteRequest {
  readonly method: string;
  /** Decoded, without the query: `/media/logos/edx-dark-square.svg`. */
  readonly path: string;
  readonly query: URLSearchParams;
}

export interface ExtraRouteReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Something that a product serves beside its operations; undefined where the path is not its own. */
export type ExtraRoute = (
  request: ExtraRouteRequest,
) => ExtraRouteReply | undefined | Promise<ExtraRouteReply | undefined>;
