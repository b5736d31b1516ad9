import type { JsonValue } from '../../openapi/model/api-model.ts';

/** How a reply breaks on its way: plain data, which adapters act on. */
export interface WireFault {
  /** The connection ends instead of the reply. */
  readonly drop?: boolean;
  /** It ends within the body. */
  readonly cut?: boolean;
  readonly bytesPerSecond?: number | undefined;
}

/** What goes to the client, as plain values. */
export interface Reply {
  /** What the log and the journal know the exchange by. */
  readonly requestId: string;
  readonly status: number;
  /** Names and values that HTTP can carry, whatever a document or a handler wanted; several Set-Cookie are a line each. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: no body, also where the reply to the same GET would have one (HEAD). */
  readonly body: string | Uint8Array | undefined;
  /** Undefined: it arrives whole. */
  readonly breaks?: WireFault | undefined;
}

/** A reply as a step proposes it: still a value, so that it can be checked against the document. */
export interface DraftReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: no body. */
  readonly mediaType: string | undefined;
  /** The body as JSON. */
  readonly value?: JsonValue | undefined;
  /** The body as it goes out, where it is not simply the JSON of `value`. */
  readonly text?: string | Uint8Array | undefined;
  /** What made it, for the journal: `handler`, `example "nursing"`, `missing-key`. */
  readonly madeBy: string;
  /** Whether it is checked against the document. Not where a reply claims nothing of it: outside any operation, in a gateway's own shape. */
  readonly mustFitDocument: boolean;
  /** True: it goes out as it is, without request id, cross-origin and limit headers (a gateway in front answered). */
  readonly isBare?: boolean;
  readonly breaks?: WireFault;
}
