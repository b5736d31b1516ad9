import { expect, it } from 'vitest';
import { checkExamples } from '../../../../openapi/model/check/check-examples.ts';
import { modelOf } from '../../model-of.ts';

/** Ten operations, each with an example that does not fit a schema of its own. */
const paths = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => {
    const content = { 'application/json': { schema: { type: 'object', maxProperties: index }, example: 5 } };
    const responses = { 200: { description: 'ok', content } };
    return [`/${index}`, { get: { operationId: `get${index}`, responses } }];
  }),
);
const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths };

it('names each example that does not fit, in a lenient reading, too', async () => {
  const { warnings } = await modelOf(document);
  expect(warnings.map(({ message }) => message)).toEqual(
    Array(10).fill('example "example" does not fit its schema: must be object'),
  );
});

it.each([
  ['a schema', { schema: { type: 'integer', example: 'a' } }, '/schema example 1'],
  ['a default', { schema: { type: 'integer', default: 'a' } }, '/schema the default'],
  ['a parameter', { schema: { type: 'integer' }, example: 'a' }, '/example example "example"'],
])('names that of %s', async (_, members, want) => {
  const parameters = [{ name: 'q', in: 'query', ...members }];
  const operation = { operationId: 'a', parameters, responses: {} };
  const { warnings } = await modelOf({ ...document, paths: { '/a': { get: operation } } });
  expect(warnings.map(({ message, location }) => `${location.pointer} ${message}`)).toEqual([
    `/paths/~1a/get/parameters/0${want} does not fit its schema: must be integer`,
  ]);
});

it('compares as many as it may cost, and says where it stopped', async () => {
  const model = await modelOf(document);
  const own = {
    schemasWithValues: [],
    nodeAt: () => {
      throw new Error('There is no schema with a value.');
    },
  };
  const faults = checkExamples({ ...model, ...own }, 5000);
  expect(
    faults.map(({ message, location }) => [location.pointer.split('/')[2], message.split(':')[0]]),
  ).toEqual([
    ['~10', 'example "example" does not fit its schema'],
    ['~11', 'example "example" does not fit its schema'],
    ['~12', 'example "example" does not fit its schema'],
    ['~13', 'only 3 examples were compared with their schemas'],
  ]);
});
