import { expect, it } from 'vitest';
import { createMockServer } from '../../../../mock/server.ts';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { checkContract } from '../../contract-testing.ts';

it.each(['cents', 'whole-numbers', 'same-name', 'keys-as-parameters'])(
  'the mock of %s holds to it, with nothing refused that is right',
  async (name) => {
    const document = packageFile(`test/documents/${name}.yaml`);
    await using mock = await createMockServer({ document, port: 0 });
    const { verdict, operations } = await checkContract({ document, target: mock.apiUrl, key: 'any-key' });
    const wrong = operations.flatMap(({ checks }) => checks).flatMap(({ findings }) => findings);
    expect([verdict, wrong]).toEqual(['held', []]);
  },
);
