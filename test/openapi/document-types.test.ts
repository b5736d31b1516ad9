import { describe, expectTypeOf, test } from 'vitest';
import type { components, operations } from '../../openapi/generated/types.ts';

/** Checked by the compiler, not by the runner: what a handler sees of the document. */
describe('types of the document', () => {
  type Query = operations['search']['parameters']['query'];

  test('know the values of an enum', () => {
    expectTypeOf<Query['model']>().toEqualTypeOf<'strict' | 'extended'>();
  });

  test('know that a parameter with a default is always there', () => {
    expectTypeOf<Query['page']>().toEqualTypeOf<number>();
    expectTypeOf<Query['sort']>().toEqualTypeOf<'best' | 'popularity' | 'random'>();
  });

  test('know that an optional parameter can be missing', () => {
    expectTypeOf<Query['ageMin']>().toEqualTypeOf<number | undefined>();
  });

  test('know that a filter of the search by provider can be marked as important', () => {
    type ProviderQuery = operations['searchByProvider']['parameters']['query'];
    expectTypeOf<ProviderQuery['ageMin']>().toEqualTypeOf<number | string | undefined>();
  });

  test('know the body of each status', () => {
    type Responses = operations['search']['responses'];
    expectTypeOf<Responses[200]['content']['application/json']['statusCode']>().toEqualTypeOf<200>();
    expectTypeOf<Responses[429]['content']['application/json']>().toEqualTypeOf<
      components['schemas']['Error']
    >();
  });

  test('know the keys with spaces', () => {
    expectTypeOf<components['schemas']['Metadata']['number item per page']>().toEqualTypeOf<number>();
  });
});
