import { expect, test } from 'vitest';
import { errorCodesOf } from '../../../../docs-src/engine/views/error-codes.ts';
import { schemasOf } from '../../../openapi/model-of.ts';

test.each([
  {
    given: { const: 'GONE', title: '410 Gone', description: 'Was *here*.' },
    want: [{ code: 'GONE', status: '410', description: 'Was *here*.' }],
  },
  {
    given: { const: 'DOWN', title: '503', description: '' },
    want: [{ code: 'DOWN', status: '503', description: '' }],
  },
  { given: { const: 'OK', title: '200 OK', description: 'No error.' }, want: [] },
  { given: { const: 'LONG', title: '4041 Things', description: 'No status.' }, want: [] },
  { given: { const: 'NONE', title: 'Gone 410', description: 'Not first.' }, want: [] },
  { given: { const: 'NONE', description: 'No title.' }, want: [] },
  { given: { const: 'NONE', title: '410 Gone' }, want: [] },
  { given: { const: 410, title: '410 Gone', description: 'No text.' }, want: [] },
])('$given explains $want', async ({ given, want }) => {
  const schemas = await schemasOf([{ oneOf: [given, { const: 'OTHER' }] }, { type: 'string' }]);
  expect(errorCodesOf(schemas)).toEqual(want);
});
