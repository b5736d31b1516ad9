import { expect, it } from 'vitest';
import type { Operation } from '../../../../openapi/model/api-model.ts';
import { serverUrlOf } from '../../../../openapi/operations/requests/server-url-of.ts';

it.each([
  { serverUrl: 'http://h.example/v1', want: 'http://h.example/upload/v3' },
  { serverUrl: 'http://h.example/v1/', want: 'http://h.example/upload/v3' },
  { serverUrl: '/v1', want: '/upload/v3' },
  { serverUrl: 'http://h.example/stage', want: 'http://h.example/stage' },
  { serverUrl: 'http://h.example', want: 'http://h.example' },
])(
  'an operation with a server of its own is asked at $want where the API is at $serverUrl',
  ({ serverUrl, want }) => {
    const operation = {
      servers: [{ defaultUrl: 'https://other.example/upload/v3/' }],
    } as unknown as Operation;
    expect(serverUrlOf(operation, serverUrl, '/v1')).toBe(want);
  },
);
