import fc from 'fast-check';
import { withLiterals } from '../../../../docs-src/engine/samples/literal-pairs.ts';
import type {
  SampleBody,
  SampleCredential,
  SampleJson,
  SamplePair,
  SampleRequest,
} from '../../../../docs-src/engine/samples/sample-request.ts';

const nasty = fc.constantFrom(
  "'",
  '"',
  '$',
  '`',
  '\\',
  '&',
  '%',
  '+',
  '#',
  ';',
  '@',
  '=',
  '<',
  '>',
  '\n',
  '\t',
  '\r',
  'é',
  '検',
  '🎉',
  '$' + '{x}',
  '$(id)',
  '\\n',
  '</script>',
  '?>',
  '{',
  '}',
  '\u2028',
);
/** Any text that a shell can pass on: everything but NUL. */
const text = fc
  .array(fc.oneof({ weight: 2, arbitrary: nasty }, fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join('').replaceAll('\0', ''));
const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-zA-Z_]{0,8}$/),
  fc.constantFrom(
    'filter[lang]',
    'a b',
    "it's",
    '$name',
    '__proto__',
    '2',
    'é',
    'a&b',
    'x=y',
    '"q"',
    'constructor',
  ),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const literalPair = fc
  .record({ name, value: fc.oneof(number, fc.boolean()) })
  .map((pair) => withLiterals([{ name: pair.name, value: String(pair.value) }], pair.value)[0] as SamplePair);
const pair: fc.Arbitrary<SamplePair> = fc.oneof(fc.record({ name, value: text }), literalPair);
const pairs = fc.array(pair, { maxLength: 4 });
/** What all four clients send as it is: printable ASCII without spaces at the ends. */
const headerValue = fc.stringMatching(/^[!-~]([ -~]{0,12}[!-~])?$/);
const header = fc.record({
  name: fc.constantFrom('X-One', 'X-Two', 'X-Three'),
  value: fc.oneof(headerValue, fc.constant('')),
});
const headers = fc.uniqueArray(header, { selector: (item) => item.name, maxLength: 2 });

const json = fc.letrec<{ value: SampleJson }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    text,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .dictionary(
        fc.oneof(text, name).filter((key) => key !== '__proto__'),
        tie('value'),
        { maxKeys: 3 },
      )
      .map((object) => ({ ...object })),
  ),
})).value;

/** curl's --form ends a name at its first `=` and has no way around it. */
const partName = name.filter((text) => !text.includes('='));

const part = fc.oneof(
  fc.record({
    name: partName,
    value: text,
    contentType: fc.constantFrom(undefined, 'application/json', 'text/plain'),
    fileName: fc.constant(undefined),
  }),
  fc.record({
    name: partName,
    value: text,
    contentType: fc.constantFrom('image/png', 'application/octet-stream'),
    fileName: fc.constantFrom('a.bin', 'my file.png'),
  }),
);

const body: fc.Arbitrary<SampleBody> = fc.oneof(
  fc.record({
    kind: fc.constant('json' as const),
    mediaType: fc.constantFrom('application/json', 'application/vnd.api+json'),
    value: json,
  }),
  fc.record({
    kind: fc.constant('form' as const),
    fields: fc.array(pair, { minLength: 1, maxLength: 4 }),
  }),
  // Two parts with one file name would be one file with two contents.
  fc.record({
    kind: fc.constant('multipart' as const),
    parts: fc.uniqueArray(part, {
      selector: (item) => item.fileName ?? Symbol('text'),
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    mediaType: fc.constantFrom('text/plain', 'application/xml'),
    text: text.filter((value) => value !== ''),
  }),
  fc.record({
    kind: fc.constant('file' as const),
    mediaType: fc.constantFrom('image/png', 'application/octet-stream'),
    fileName: fc.constantFrom('body.bin', 'my file.png'),
    content: text.filter((value) => value !== ''),
  }),
);

const credential: fc.Arbitrary<SampleCredential> = fc.oneof(
  fc.record({
    kind: fc.constant('key' as const),
    in: fc.constant('header' as const),
    name: fc.constantFrom('x-api-key', 'Authorization'),
    prefix: fc.constantFrom('', 'Bearer '),
    value: headerValue,
  }),
  fc.record({
    kind: fc.constant('key' as const),
    in: fc.constant('query' as const),
    name: fc.constant('key'),
    prefix: fc.constant(''),
    value: headerValue,
  }),
  fc.record({
    kind: fc.constant('basic' as const),
    user: fc.stringMatching(/^[!-9;-~]{1,8}$/),
    password: fc.stringMatching(/^[!-~]{0,8}$/),
  }),
);

/** Path segments, percent-encoded; dots alone would be resolved by every client. */
const path = fc
  .array(
    text.filter((segment) => segment !== '' && !/^\.{1,2}$/.test(segment)),
    { maxLength: 2 },
  )
  .map((segments: readonly string[]) =>
    segments.map((segment) => `/${encodeURIComponent(segment)}`).join(''),
  );

/** Requests of every kind that OpenAPI can describe and all four languages can send. */
export const arbitraryRequest: fc.Arbitrary<SampleRequest> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
    path,
    query: pairs,
    headers,
    cookies: fc.constantFrom<readonly SamplePair[]>([], [], [{ name: 'theme', value: "d'é; $x" }]),
    credentials: fc.array(credential, { maxLength: 1 }),
    body: fc.option(body, { nil: undefined }),
  })
  .map(({ path: encodedPath, ...request }) => ({
    ...request,
    // A body with GET has no meaning (RFC 9110, 9.3.1), and fetch refuses it.
    body: request.method === 'GET' ? undefined : request.body,
    url: `https://api.example/v1${encodedPath}`,
    name: 'send',
    answersJson: true,
  }));
