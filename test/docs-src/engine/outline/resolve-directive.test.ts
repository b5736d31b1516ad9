import { expect, test } from 'vitest';
import { directive } from '../../../../docs-src/engine/outline/document-sections.ts';
import { resolveDirective } from '../../../../docs-src/engine/outline/resolve-directive.ts';
import { toyModel } from '../views/toy-model.ts';

const webhook = (operationId: string) => ({ post: { operationId, responses: {} } });
const model = await toyModel(
  { listPets: {} },
  {
    webhooks: { stock: webhook('low'), low: webhook('other') },
    components: { schemas: { Cat: { type: 'object' } } },
    info: { title: 'T', version: '1', 'x-sla': { plans: { free: {} } } },
  },
);
const ofOperation = (operationId: string) => ({ kind: 'operation', operation: { operationId } });

test.each([
  { name: 'operation', argument: 'listPets', want: { ...ofOperation('listPets'), isIncoming: false } },
  { name: 'webhook', argument: 'stock', want: { ...ofOperation('low'), isIncoming: true } },
  { name: 'webhook', argument: 'low', want: { ...ofOperation('low'), isIncoming: true } },
  { name: 'schema', argument: 'Cat', want: { kind: 'schema', name: 'Cat' } },
  { name: 'sample', argument: 'listPets', want: { kind: 'sample', languages: [] } },
  { name: 'sample', argument: 'listPets php shell', want: { kind: 'sample', languages: ['php', 'shell'] } },
  ...['plans', 'about', 'errors', 'servers', 'security', 'headers', 'assumptions'].map((name) => ({
    name,
    argument: '',
    want: { kind: name },
  })),
])('the directive $name $argument names $want', ({ name, argument, want }) => {
  expect(resolveDirective(directive(name, argument), model)).toMatchObject(want);
});

test.each([
  { name: 'operation', argument: 'listPet', want: /no operation "listPet".*Did you mean "listPets"/ },
  { name: 'sample', argument: 'nothing', want: /no operation "nothing"/ },
  {
    name: 'sample',
    argument: 'listPets php cobol',
    want: /in "cobol": there are shell, python, php, javascript/,
  },
  { name: 'webhook', argument: 'nothing', want: /no webhook "nothing"/ },
  { name: 'schema', argument: 'Cat5', want: /no schema "Cat5"/ },
  { name: 'nonsense', argument: '', want: /Unknown directive "nonsense"/ },
  { name: 'plans', argument: '', want: /no usage plans \(info.x-sla\)/ },
])('the directive $name $argument names nothing: $want', async ({ name, argument, want }) => {
  expect(resolveDirective(directive(name, argument), await toyModel({ listPets: {} }))).toMatch(want);
});
