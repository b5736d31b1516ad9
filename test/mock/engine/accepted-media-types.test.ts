import { describe, expect, it } from 'vitest';
import { acceptedMediaTypes } from '../../../mock/engine/accepted-media-types.ts';

const both = ['application/json', 'text/plain'];

describe('acceptedMediaTypes', () => {
  it.each([
    { accept: undefined, want: both },
    { accept: '', want: both },
    { accept: '*/*', want: both },
    { accept: 'text/plain', want: ['text/plain'] },
    { accept: 'TEXT/Plain; charset=utf-8', want: ['text/plain'] },
    { accept: 'text/*', want: ['text/plain'] },
    { accept: 'application/json;q=0.1, text/plain', want: ['text/plain', 'application/json'] },
    { accept: 'application/json;q=0, */*', want: ['text/plain'] },
    { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', want: both },
    { accept: 'application/xml', want: [] },
    { accept: 'nonsense', want: [] },
    { accept: 'nonsense, ,;q=1,text/plain;q=abc', want: ['text/plain'] },
    { accept: 'text/plain; charset="utf-8"; q=0.5, application/json;level=1', want: both },
    { accept: '*/*, text/plain', want: ['text/plain', 'application/json'] },
  ])('gives $want for $accept', ({ accept, want }) => {
    expect(acceptedMediaTypes(accept, both)).toEqual(want);
  });

  const versions = ['text/html', 'a/json;version=1', 'a/json; version=2', 'a/json;profile="x, y"'];

  it.each([
    { accept: '*/*', want: ['a/json;version=1', 'a/json; version=2', 'a/json;profile="x, y"', 'text/html'] },
    { accept: 'a/json;version=2', want: ['a/json; version=2'] },
    { accept: 'a/json;version=3', want: [] },
    { accept: 'a/json;VERSION="2";level=1;q=0.5, text/html', want: ['text/html', 'a/json; version=2'] },
    { accept: 'a/json;profile="x, y"', want: ['a/json;profile="x, y"'] },
    { accept: 'a/json;profile="x"', want: [] },
    {
      accept: 'a/json;level="1;2,3"',
      want: ['a/json;version=1', 'a/json; version=2', 'a/json;profile="x, y"'],
    },
    { accept: '*/*;version=1', want: ['a/json;version=1'] },
  ])('gives $want for $accept where formats have parameters', ({ accept, want }) => {
    const types = versions.map((mediaType) => mediaType.replace('a/json', 'application/json'));
    const asked = accept.replace('a/json', 'application/json');
    expect(acceptedMediaTypes(asked, types).map((one) => one.replace('application/json', 'a/json'))).toEqual(
      want,
    );
  });
});
