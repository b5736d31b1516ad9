import { gunzipSync } from 'node:zlib';
import type { JsonObject, JsonValue } from '../../../model/api-model.ts';
import { isObject } from '../../../model/is-object.ts';
import { decodeJson } from '../decode-json.ts';
import { readHarEntry } from './read-har-entry.ts';
import { isJournalEntry, readJournalEntry } from './read-journal-entry.ts';
import { type RecordedCall, type Recording, RecordingError, type SkippedEntry } from './recorded-call.ts';

const shapes =
  'Give a HAR 1.2 file, NDJSON with an entry a line, or what GET /__mock/requests of a mock answers.';

/** Who leaves credentials out: Chrome's and Edge's WebInspector, Safari's WebKit Web Inspector, Firefox. */
const browsers = /web ?inspector|firefox/i;

/**
 * Reads a file of recorded calls: HAR 1.2 as browsers and proxies write it (also gzipped), a list of entries, or one entry a
 * line. An entry is HAR's (`request` and `response`) or the mock's journal's. An odd one is skipped and named; throws a
 * RecordingError where nothing can be read.
 */
export function readRecording(bytes: Uint8Array): Recording {
  const text = textOf(bytes);
  const whole = decodeJson(text);
  if ('value' in whole) return readValue(whole.value);
  if (whole.fault === 'too-deep') throw new RecordingError(`It is nested too deep. ${shapes}`);
  const lines = text.split('\n');
  const [first = '', ...others] = lines.filter((line) => line.trim() !== '');
  if (others.length > 0 && 'value' in decodeJson(first)) return readLines(lines);
  const cut = text.trimStart().startsWith('{') ? ' Was it written to its end?' : '';
  throw new RecordingError(`It is not JSON: ${whole.reason}.${cut} ${shapes}`);
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b)
    throw new RecordingError('It is a zip: unpack it, and give the .har that is in it.');
  try {
    const unpacked = first === 0x1f && second === 0x8b ? gunzipSync(bytes) : bytes;
    // The decoder takes a byte order mark away, which JSON.parse would refuse.
    const text = new TextDecoder().decode(unpacked);
    if (text.trim() === '') throw new RecordingError(`It is empty. ${shapes}`);
    return text;
  } catch (cause) {
    if (cause instanceof RecordingError) throw cause;
    throw new RecordingError(`It can't be unpacked: ${cause instanceof Error ? cause.message : cause}.`, {
      cause,
    });
  }
}

function readValue(value: JsonValue): Recording {
  if (Array.isArray(value)) return readEntries(value, 'entry');
  if (!isObject(value)) throw new RecordingError(`It holds one value, and no entries. ${shapes}`);
  if (isEntry(value)) return readEntries([value], 'line');
  const { log } = value;
  const entries = isObject(log) ? log.entries : undefined;
  if (!isObject(log) || !Array.isArray(entries))
    throw new RecordingError(`It is JSON without the list log.entries. ${shapes}`);
  const creator = isObject(log.creator) ? String(log.creator.name) : '';
  return readEntries(entries, 'entry', browsers.test(creator));
}

/** Empty lines count, as they do in an editor. */
function readLines(lines: readonly string[]): Recording {
  const read = lines.flatMap((line, index) => {
    const place = `line ${index + 1}`;
    if (line.trim() === '') return [];
    const decoded = decodeJson(line);
    return ['value' in decoded ? readEntry(decoded.value, place) : { place, reason: 'the line is not JSON' }];
  });
  return sorted(read, false);
}

function readEntries(
  entries: readonly JsonValue[],
  word: 'entry' | 'line',
  mayLackCredentials = false,
): Recording {
  return sorted(
    entries.map((entry, index) => readEntry(entry, `${word} ${index + 1}`)),
    mayLackCredentials,
  );
}

function readEntry(entry: JsonValue, place: string): RecordedCall | SkippedEntry {
  if (!isObject(entry)) return { place, reason: 'it is no object' };
  return isJournalEntry(entry) ? readJournalEntry(entry, place) : readHarEntry(entry, place);
}

function isEntry(value: JsonObject): boolean {
  return isJournalEntry(value) || (isObject(value.request) && isObject(value.response));
}

function sorted(read: readonly (RecordedCall | SkippedEntry)[], mayLackCredentials: boolean): Recording {
  const calls = read.filter((one) => 'request' in one);
  const skipped = read.filter((one) => 'reason' in one);
  return { calls, skipped, mayLackCredentials };
}
