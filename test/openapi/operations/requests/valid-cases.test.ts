import { expect, it } from 'vitest';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { deriveCases } from '../../../../openapi/operations/requests/derive-cases.ts';
import { validCases } from '../../../../openapi/operations/requests/valid-cases.ts';
import { found } from '../../model-of.ts';

const model = await readModel({ document: 'test/documents/discriminator.yaml', strict: true });
const operation = (id: string) =>
  found(
    model.operations.find(({ operationId }) => operationId === id),
    id,
  );

it.each<[string, object[]]>([
  ['mk', [{ $type: 'Cat', meow: 'text' }]],
  ['mkmap', [{ $type: 'miau', meow: 'text' }]],
  ['mkbase', [{ kind: 'van', wheels: 1, load: 1 }]],
])('%s is asked with each branch of its body', (id, want) => {
  const bodies = [...validCases(operation(id), model)].map(({ request: { body } }) =>
    body !== undefined && 'value' in body ? body.value : undefined,
  );
  expect(bodies).toEqual(expect.arrayContaining(want));
});

it.each([
  ['mk', '/$type'],
  ['mkmap', '/$type'],
  ['mkbase', '/kind'],
])('%s is asked with a name that no branch has', (id, name) => {
  const cases = [...deriveCases(operation(id), model)].map(({ want, name: said }) => [
    want.problemAt.name,
    said,
  ]);
  expect(cases).toContainEqual([name, expect.stringMatching(/not one of the allowed values/)]);
});
