/** A refusal of Express and what it is made of (http-errors): a body over the limit, a range that a file does not have. */
export interface ExpressRefusal extends Error {
  readonly status: number;
  /** What goes with the status: Content-Range, Allow. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whether an error says that the request is at fault, not the server. */
export function isRefusal(error: unknown): error is ExpressRefusal {
  return (
    error instanceof Error &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status >= 400 &&
    error.status < 500
  );
}
