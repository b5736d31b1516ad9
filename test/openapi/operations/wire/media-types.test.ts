import { describe, expect, it } from 'vitest';
import { concreteMediaType, findContent } from '../../../../openapi/operations/wire/media-types.ts';

describe('findContent', () => {
  const any = ['*/*', 'text/*', 'text/html', 'application/*+json', 'application/json;charset=utf-8'];
  const versions = ['a/b;version=1', 'a/b', 'a/b;version=2;profile="x; y"'];

  it.each([
    { contents: any, given: 'text/html; charset=utf-8', want: 'text/html' },
    { contents: any, given: 'text/csv', want: 'text/*' },
    { contents: any, given: 'APPLICATION/hal+json', want: 'application/*+json' },
    { contents: any, given: 'application/json', want: 'application/json;charset=utf-8' },
    { contents: any, given: 'application/json; charset=latin1', want: 'application/json;charset=utf-8' },
    { contents: any, given: 'image/png', want: '*/*' },
    { contents: ['image/*'], given: 'text/png', want: undefined },
    { contents: versions, given: 'a/b', want: 'a/b' },
    { contents: versions, given: 'a/b; version=1', want: 'a/b;version=1' },
    { contents: versions, given: 'a/b; Version="1"', want: 'a/b;version=1' },
    { contents: versions, given: 'a/b; profile="x; y"', want: 'a/b;version=2;profile="x; y"' },
    { contents: versions, given: 'a/b; version=3', want: 'a/b' },
    { contents: versions, given: 'a/b; version=2; profile=z', want: 'a/b' },
    { contents: ['a/b;version=1'], given: 'a/b', want: 'a/b;version=1' },
    { contents: ['a/b;version=1'], given: 'a/b;level=2', want: 'a/b;version=1' },
    { contents: ['a/b;version=1'], given: 'a/b;version=2', want: undefined },
    { contents: ['a/*;version=1'], given: 'a/b;version=2', want: undefined },
  ])('finds $want for $given in $contents', ({ contents, given, want }) => {
    expect(
      findContent(
        contents.map((mediaType) => ({ mediaType })),
        given,
      )?.mediaType,
    ).toBe(want);
  });
});

it.each(['*/*', 'image/*', 'application/*+json', 'application/*', 'text/html'])(
  'sends one that falls under %s',
  (range) => {
    const mediaType = concreteMediaType(range);
    expect(mediaType).not.toContain('*');
    expect(findContent([{ mediaType: range }], mediaType)).toBeDefined();
  },
);
