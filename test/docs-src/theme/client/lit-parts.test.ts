import { describe, expect, it } from 'vitest';
import { litParts } from '../../../../docs-src/theme/client/lit-parts.ts';

describe('litParts', () => {
  it.each([
    ['a query', "curl 'https://a.example/s?max=3&maximum=4'", 'max', ['max=3']],
    ['the end of a query', "curl 'https://a.example/s?q=a%20b'", 'q', ['q=a%20b']],
    [
      'a name that is percent-encoded',
      'https://a.example/?filter%5Ba%5D=1',
      'filter[a]',
      ['filter%5Ba%5D=1'],
    ],
    ['a dictionary', "params = {\n    'max': 3,\n    'maxAge': 4,\n}", 'max', ["max': 3"]],
    ['a text in a dictionary', "{'q': 'a, b'}", 'q', ["q': 'a, b'"]],
    ['an array of PHP', "['max' => 3, 'q' => 'x']", 'max', ["max' => 3"]],
    ['an object', '{ max: 3, q: "a b" }', 'q', ['q: "a b"']],
    ['a header', "-H 'X-Mode: fast'", 'X-Mode', ['X-Mode: fast']],
    ['a parameter that is sent twice', '?tag=a&tag=b', 'tag', ['tag=a', 'tag=b']],
    ['nothing where it is another word', 'maximum=3, climax=2', 'max', []],
    ['nothing where it is not sent', "curl 'https://a.example/s'", 'max', []],
  ])('finds %s', (_what, sample, name, want) => {
    expect(litParts(sample, name).map(([start, end]) => sample.slice(start, end))).toEqual(want);
  });
});
