import { Transform } from 'node:stream';

/** Looks at a body that passes, and keeps it while it is short enough to be judged. */
export interface BodyTap {
  take(chunk: Uint8Array): void;
  /** All that passed; undefined where it was more than is kept. */
  whole(): Uint8Array | undefined;
}

export function createBodyTap(mostBytes: number): BodyTap {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return {
    take(chunk) {
      size += chunk.byteLength;
      if (size <= mostBytes) chunks.push(chunk);
      else chunks.length = 0;
    },
    whole: () => (size <= mostBytes ? Buffer.concat(chunks) : undefined),
  };
}

/** A stream that hands everything on, and shows it to a tap. */
export function passThrough(tap: BodyTap): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      tap.take(chunk);
      done(null, chunk);
    },
  });
}
