import { expect, test } from 'vitest';
import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { isLocal, serverUrlFor } from '../../engine/target-url.ts';

const model = { basePath: '/v1' } as ApiModel;

test.each([
  {
    rule: "a bare origin gets the document's base path",
    given: 'http://h.example:81',
    want: 'http://h.example:81/v1',
  },
  { rule: 'a path is taken as it is', given: 'https://h.example/stage/', want: 'https://h.example/stage' },
])('$rule', ({ given, want }) => {
  expect(serverUrlFor(new URL(given), model)).toBe(want);
});

test.each([
  { given: 'http://localhost:4010', want: true },
  { given: 'http://127.0.0.1/v1', want: true },
  { given: 'http://[::1]:80', want: true },
  { given: 'http://localhost.example', want: false },
  { given: 'http://127.example', want: false },
])('$given is on this machine: $want', ({ given, want }) => {
  expect(isLocal(new URL(given))).toBe(want);
});
