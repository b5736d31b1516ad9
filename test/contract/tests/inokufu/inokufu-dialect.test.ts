import { expect, test } from 'vitest';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { inokufuDialect, isInokufuDocument } from '../../inokufu/inokufu-dialect.ts';

const culprit = { where: 'query', name: 'max' } as const;

test.each([
  { rule: 'the problem stands in errors', given: { errors: [{ where: 'query', name: 'max' }] }, want: true },
  {
    rule: 'another part of the request is blamed',
    given: { errors: [{ where: 'path', name: 'max' }] },
    want: false,
  },
  { rule: 'another parameter is blamed', given: { errors: [{ where: 'query', name: 'page' }] }, want: false },
  { rule: 'only the message names it', given: { message: 'max is wrong', errors: [] }, want: false },
  { rule: 'there is no list', given: { message: 'max' }, want: false },
  { rule: 'there is no body', given: undefined, want: false },
])('a refusal names its culprit: $want where $rule', ({ given, want }) => {
  expect(inokufuDialect.namesCulprit(given, culprit)).toBe(want);
});

test.each([
  { given: 'openapi/generated/openapi.json', want: true },
  { given: 'test/documents/lending-library.yaml', want: false },
])('$given is about this API: $want', async ({ given, want }) => {
  expect(isInokufuDocument(await readModel({ document: packageFile(given), strict: false }))).toBe(want);
});
