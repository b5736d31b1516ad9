import { describe, expectTypeOf, test } from 'vitest';
import type { operations as handledOperations } from '../../openapi/generated/handler-types.ts';
import type { components, operations } from '../../openapi/generated/types.ts';

/** Takes what a client sends to an operation, as a typed client does: checked by the compiler, it sends nothing. */
function call<Id extends keyof operations>(
  _operationId: Id,
  _query: NonNullable<operations[Id]['parameters']['query']>,
): void {}

/** Checked by the compiler, not by the runner. */
describe('types for a client', () => {
  test('ask for what the document requires and for nothing else', () => {
    call('search', { lang: 'en', type: 'mooc', bloom: 'discover', model: 'strict', max: 5 });
    call('searchByProvider', { provider: 'edx', lang: 'en' });
    call('searchByRome', { rome: 'H2605', lang: 'fr', max: 5 });
    call('searchByFormacode', { formacode: '15012', lang: 'fr', max: 5 });
    call('searchByProvider', { provider: 'edx', lang: 'en', page: 2, sort: 'best', match: 'strict' });
  });

  test('refuse what the API would refuse', () => {
    // @ts-expect-error: lang is required.
    call('searchByProvider', { provider: 'edx' });
    // @ts-expect-error: there is no such language.
    call('searchByRome', { rome: 'H2605', lang: 'xx', max: 5 });
    // @ts-expect-error: a page has a number.
    call('searchByProvider', { provider: 'edx', lang: 'en', page: 'first' });
    // @ts-expect-error: there is no such parameter.
    call('searchByRome', { rome: 'H2605', lang: 'fr', max: 5, query: 'x' });
  });
});

describe('types for a handler', () => {
  type Query = handledOperations['search']['parameters']['query'];

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
});

describe('types of the document', () => {
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
