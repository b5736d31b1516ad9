import { compileSchema } from '../../model/schema/compile-schema.ts';
import type { SchemaCheck } from '../../model/schema/exact-check.ts';
import { readPattern } from '../../model/schema/read-pattern.ts';
import { generateFromPattern } from './generate-from-pattern.ts';
import { pick, seededRandom } from './seeded-random.ts';

/** What a text must satisfy, all of it. Lengths in characters (code points), as JSON Schema counts them. */
export interface TextLimits {
  readonly minLength: number;
  readonly maxLength: number;
  readonly patterns: readonly string[];
  readonly formats: readonly string[];
}

/** Texts for the formats of JSON Schema 2020-12 and OpenAPI's registry. Hosts are reserved ones (RFC 2606), addresses too. */
const formatTexts: Readonly<Record<string, readonly string[]>> = {
  'date-time': ['2024-05-15T10:00:00Z', '2023-11-02T18:30:00Z', '2025-01-20T07:45:30Z'],
  date: ['2024-05-15', '2023-11-02', '2025-01-20'],
  time: ['10:00:00Z', '18:30:00Z'],
  duration: ['P1D', 'PT30M', 'P2W'],
  email: ['user@example.com', 'ada@example.org', 'a@b.co'],
  'idn-email': ['user@example.com', 'ada@example.org'],
  hostname: ['example.com', 'www.example.org'],
  'idn-hostname': ['example.com', 'www.example.org'],
  ipv4: ['192.0.2.1', '198.51.100.7'],
  ipv6: ['2001:db8::1', '2001:db8::7'],
  uri: ['https://example.com/', 'https://example.org/page', 'a:b'],
  url: ['https://example.com/', 'https://example.org/page'],
  'uri-reference': ['/page', '/other', 'a'],
  iri: ['https://example.com/', 'https://example.org/page'],
  'iri-reference': ['/page', '/other'],
  'uri-template': ['/items/{id}', '/people/{name}'],
  uuid: ['123e4567-e89b-42d3-a456-426614174000', '9b2f1c1e-6a39-4c0b-9d57-0c6f8a1b2c3d'],
  'json-pointer': ['/name', '/items/0'],
  'relative-json-pointer': ['0', '1/name'],
  regex: ['^[a-z]+$', '.*'],
  byte: ['ZXhhbXBsZQ==', 'dGV4dA==', ''],
  binary: ['file content', 'other content'],
  password: ['correct horse', 'battery staple'],
  'iso-time': ['10:00:00', '18:30:00'],
  'iso-date-time': ['2024-05-15T10:00:00', '2023-11-02T18:30:00'],
};
/** A longer text says no more, and a page or a reply of that size helps nobody. */
const longestText = 1_000_000;
const words = ['text', 'apple', 'river', 'window', 'garden', 'music', 'summer', 'paper', 'blue', 'north'];

/** A text within the limits, natural if it can be; undefined where none was found. */
export function generateString(limits: TextLimits, random: (() => number) | undefined): string | undefined {
  if (limits.minLength > longestText) return undefined;
  for (const candidate of candidatesFor(limits, random))
    if (isTextWithinLimits(candidate, limits)) return candidate;
  return undefined;
}

/** True where the text breaks no limit. */
export function isTextWithinLimits(
  text: string,
  { minLength, maxLength, patterns, formats }: TextLimits,
): boolean {
  const length = [...text].length;
  return (
    length >= minLength &&
    length <= maxLength &&
    patterns.every((pattern) => matchesPattern(text, pattern)) &&
    formats.every((format) => formatCheck(format)(text))
  );
}

function* candidatesFor(limits: TextLimits, random: (() => number) | undefined): Generator<string> {
  const { minLength, maxLength, patterns, formats } = limits;
  for (const format of formats) {
    const texts = Object.hasOwn(formatTexts, format) ? (formatTexts[format] ?? []) : [];
    if (random !== undefined) yield pick(texts, random) ?? '';
    for (const text of texts) yield* [text, stretched(text, minLength)];
  }
  for (const pattern of patterns) yield* patternCandidates(pattern, minLength, random);
  const word = pick(words, random) ?? '';
  const padded = word.padEnd(minLength, ` ${word}`);
  yield [...padded].slice(0, maxLength).join('');
  yield 'a'.repeat(minLength);
}

/** Ever longer texts, then random ones: a pattern with lookaheads or several at once is met by chance. */
function* patternCandidates(
  pattern: string,
  minLength: number,
  random: (() => number) | undefined,
): Generator<string> {
  const chance = random ?? seededRandom(1);
  if (random === undefined)
    for (const extraRepeats of [0, 1, 2, 4, 8, minLength]) {
      const text = generateFromPattern(pattern, { extraRepeats, random: undefined });
      if (text !== undefined) yield* [text, text.padEnd(minLength, 'a')];
    }
  for (let attempt = 0; attempt < 300; attempt++) {
    const extraRepeats = 3 + (attempt % 10) * Math.ceil((minLength + 1) / 10);
    const text = generateFromPattern(pattern, { extraRepeats, random: chance });
    if (text === undefined) return;
    yield* [text, text.padEnd(minLength, 'a')];
  }
}

/** A host, path or name part that is long enough: formats take more letters in their middle or at their end. */
function stretched(text: string, minLength: number): string {
  const missing = minLength - text.length;
  if (missing <= 0) return text;
  return text.includes('@') ? 'a'.repeat(missing) + text : text + 'a'.repeat(missing);
}

/** As when validating: a pattern that can't be read checks nothing. */
function matchesPattern(text: string, pattern: string): boolean {
  return readPattern(pattern)?.test(text) ?? true;
}

const formatChecks = new Map<string, SchemaCheck>();

function formatCheck(format: string): SchemaCheck {
  const known = formatChecks.get(format) ?? compileSchema({ format });
  formatChecks.set(format, known);
  return known;
}
