import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { JsonValue } from '../../../../openapi/model/api-model.ts';
import { chooseExampleReply } from '../../../../openapi/operations/values/example-replies.ts';
import { createExampleMatcher } from '../../../../openapi/operations/values/matching-example.ts';
import { modelOf } from '../../model-of.ts';

const model = await modelOf(
  parse(`
openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets/{id}:
    put:
      operationId: savePet
      parameters:
        - name: id
          in: path
          required: true
          schema: { type: integer }
          examples: { rex: { value: 7 } }
        - name: view
          in: query
          schema: { type: string }
      requestBody:
        content:
          application/json:
            schema: { type: object }
            examples: { tiny: { value: { size: { cm: 3 } } } }
      responses:
        '200':
          description: The pet.
          content:
            application/json:
              schema: { type: object }
              examples:
                sold: { x-kit-when: { query: { view: sold } }, value: { name: Gone } }
                any: { value: { name: Any } }
                rex: { value: { name: Rex } }
                tiny: { value: { name: Tiny } }
        '404':
          description: None.
          content:
            application/json:
              schema: { type: object }
              examples:
                none: { x-kit-when: { path: { id: '0' } }, value: { error: none } }
                listed: { x-kit-when: { body: { tags: [a, b] } }, value: { error: tags } }
`),
);
const [operation] = model.operations;
if (operation === undefined) throw new Error('The document has lost its operation.');
const match = createExampleMatcher(operation);

function nameFor(path: { id: number }, query: Record<string, JsonValue> = {}, body?: JsonValue) {
  const found = match({ parameters: { path, query, header: {}, cookie: {} }, body }, undefined);
  return found && `${found.status} ${found.name}`;
}

describe('the example that a request chooses', () => {
  it.each([
    { given: [{ id: 1 }], want: undefined },
    { given: [{ id: 7 }], want: '200 rex' },
    { given: [{ id: 7 }, { view: 'sold' }], want: '200 sold' },
    { given: [{ id: 0 }], want: '404 none' },
    { given: [{ id: 1 }, {}, { size: { cm: 3, kg: 1 }, more: 1 }], want: '200 tiny' },
    { given: [{ id: 1 }, {}, { size: { cm: 4 } }], want: undefined },
    { given: [{ id: 1 }, {}, { tags: ['a', 'b'] }], want: '404 listed' },
    { given: [{ id: 1 }, {}, { tags: ['a', 'b', 'c'] }], want: undefined },
  ] as const)('of $given is $want', ({ given, want }) => {
    expect(nameFor(...(given as unknown as Parameters<typeof nameFor>))).toBe(want);
  });

  it('is of a media type that is asked for', () => {
    const sent = { parameters: { path: { id: 7 }, query: {}, header: {}, cookie: {} }, body: undefined };
    expect(match(sent, 'text/html')).toBeUndefined();
    expect(match(sent, 'application/*')?.name).toBe('rex');
  });

  it('is not what everybody gets', () => {
    expect(chooseExampleReply(operation)?.name).toBe('any');
    expect(chooseExampleReply(operation, { status: 404 })?.name).toBe('none');
    expect(chooseExampleReply(operation, { name: 'sold' })?.value).toEqual({ name: 'Gone' });
  });

  it('has a condition of the right shape', async () => {
    const wrong = await modelOf(
      parse(`
openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      responses:
        '200':
          description: Pets.
          content:
            application/json:
              examples: { one: { x-kit-when: { querry: { a: 1 } }, value: 1 } }
`),
    );
    expect(wrong.warnings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/"x-kit-when" is an object of path, query/),
    );
  });
});
