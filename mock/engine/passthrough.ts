import type { ApiModel } from '../../openapi/model/api-model.ts';
import { checkOperationId } from './check-operation-id.ts';
import { OptionError } from './option-error.ts';

/** A request to a real server. */
interface PassedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: none. */
  readonly body: Uint8Array | undefined;
  readonly signal: AbortSignal;
}

/** What a real server replied, its body as it was sent. */
export interface PassedReply {
  readonly status: number;
  /** By lower-case name; several fields of one name joined (`joinFields`). */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Operations that real servers answer. */
export interface Passthrough {
  /** By operationId: where the API's paths begin, `https://api.example/v2`. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Rejects where no reply comes. */
  readonly send: (request: PassedRequest) => Promise<PassedReply>;
}

function isBaseAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { search, hash, username, password } = new URL(text);
  return search + hash + username + password === '';
}

/** Throws an OptionError for no operation of the document, and for what is no address. */
export function checkPassthrough(passthrough: Passthrough | undefined, model: ApiModel): void {
  for (const [operationId, address] of passthrough?.addresses ?? []) {
    checkOperationId(operationId, model, 'passthrough');
    if (isBaseAddress(address)) continue;
    throw new OptionError(
      `The passthrough of ${operationId} must be where a real server's paths begin, like https://api.example/v2, and is ${JSON.stringify(address)}.`,
    );
  }
}

/** Where a request goes: its path below the API's base path, below the address, with its query. */
export function passedUrl(
  address: string,
  { path, queryString }: { readonly path: string; readonly queryString: string },
  basePath: string,
): URL {
  const below = path.split('/').slice(basePath.split('/').length).join('/');
  const query = queryString === '' ? '' : `?${queryString}`;
  return new URL(`${address.replace(/\/+$/, '')}/${below}${query}`);
}
