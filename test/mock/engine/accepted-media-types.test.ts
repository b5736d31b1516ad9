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
});
