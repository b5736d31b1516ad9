import zlib from 'node:zlib';

/** What a body may hold unpacked, in bytes: a small one can hold gigabytes. */
const mostBytes = 64 * 1024 * 1024;
const options = { maxOutputLength: mostBytes };

type Decode = (bytes: Uint8Array, options: object) => Uint8Array;

/** zstd came with Node 22.15; the types are of Node 20. */
const { zstdDecompressSync } = zlib as { readonly zstdDecompressSync?: Decode };

/** By the names of RFC 9110, section 8.4.1, and zstd (RFC 8878). */
const decoders: Readonly<Record<string, Decode | undefined>> = {
  gzip: zlib.gunzipSync,
  'x-gzip': zlib.gunzipSync,
  br: zlib.brotliDecompressSync,
  deflate: inflate,
  zstd: zstdDecompressSync,
};

/** Some senders leave the wrapper of zlib away (RFC 1950: its first byte says 8). */
function inflate(bytes: Uint8Array, limits: object): Uint8Array {
  const isWrapped = (Number(bytes[0]) & 0x0f) === 8;
  return isWrapped ? zlib.inflateSync(bytes, limits) : zlib.inflateRawSync(bytes, limits);
}

/** A body without its Content-Encoding (several, in the order in which they were applied); undefined where it can't be read. */
export function decodeContent(bytes: Uint8Array, contentEncoding: string): Uint8Array | undefined {
  const codings = contentEncoding
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '' && one !== 'identity');
  try {
    return codings.reduceRight<Uint8Array | undefined>(
      (decoded, coding) => decoded && decoders[coding]?.(decoded, options),
      bytes,
    );
  } catch {
    return undefined;
  }
}
