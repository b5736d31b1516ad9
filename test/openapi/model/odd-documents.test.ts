import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { DocumentError } from '../../../openapi/model/document-error.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { allSchemas } from '../../../openapi/model/schema/all-schemas.ts';
import { createReplyValidator } from '../../../openapi/operations/judge/create-reply-validator.ts';
import { createRequestValidator } from '../../../openapi/operations/judge/create-request-validator.ts';
import { deriveCases } from '../../../openapi/operations/requests/derive-cases.ts';
import { documentedRequest } from '../../../openapi/operations/requests/documented-request.ts';
import { exampleReplies } from '../../../openapi/operations/values/example-replies.ts';
import { encodeRequest } from '../../../openapi/operations/wire/encode-request.ts';
import { modelOf } from '../model-of.ts';

/** Every place of a value, as a path of keys. */
function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => placesOf(child, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  return Object.assign(copy, { [key]: replaced((value as Record<string, unknown>)[key], rest, by) });
}

/** Asks a model for everything that the products ask it for. */
async function useEverything(document: unknown): Promise<void> {
  const model = await modelOf(document);
  for (const schema of allSchemas(model))
    jsonText([schema.jsonSchema, schema.constraints, schema.discriminator?.mapping.size]);
  for (const operation of model.operations) {
    const request = encodeRequest(documentedRequest(operation), { serverUrl: 'http://127.0.0.1' });
    const validator = createRequestValidator(operation, { emptyParameters: 'value' });
    validator.parameters({
      pathValues: {},
      queryString: request.url.split('?')[1] ?? '',
      headers: request.headers,
    });
    deriveCases(operation, model);
    const validateReply = createReplyValidator(operation);
    for (const { status, headers, mediaType, value } of exampleReplies(operation))
      validateReply({ status, headers, mediaType, body: value });
  }
}

it.each(['swagger-2.yaml', 'hooks-3.1.yaml', 'plans.yaml'])(
  'never throws on %s with anything replaced by what has no text of its own, or more digits than JavaScript counts',
  async (name) => {
    const document: unknown = parse(await readFile(`test/documents/${name}`, 'utf8'));
    for (const odd of [{ toString: 1 }, 2n ** 60n + 1n, [{ toString: 1 }, 2n ** 60n + 1n]])
      for (const place of placesOf(document).filter(
        ([first]) => first !== undefined && !['openapi', 'swagger'].includes(first),
      ))
        try {
          await useEverything(replaced(document, place, odd));
        } catch (error) {
          expect(error, place.join('/')).toBeInstanceOf(DocumentError);
        }
  },
);

it.each([
  'swagger-2.yaml',
  'petstore-3.0.yaml',
  'hooks-3.1.yaml',
  'plans.yaml',
  'styles.yaml',
  'cyclic.yaml',
])(
  'never throws on %s with anything replaced by anything',
  async (name) => {
    const document: unknown = parse(await readFile(`test/documents/${name}`, 'utf8'));
    const places = placesOf(document).filter(
      ([first]) => first !== undefined && !['openapi', 'swagger'].includes(first),
    );
    const oddValue = fc.oneof(
      fc.constantFrom(
        null,
        true,
        false,
        0,
        -1,
        '',
        'text',
        [],
        {},
        [null],
        [[]],
        { $ref: '#/nowhere' },
        { $ref: 5 },
        { type: 'odd' },
        { toString: 1 },
        [{ toString: 1 }],
        2n ** 60n + 1n,
        [2n ** 60n + 1n],
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), oddValue, async (place, value) => {
        try {
          await useEverything(replaced(document, place, value));
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError);
        }
      }),
      { numRuns: 25, seed: 3 },
    );
  },
  60_000,
);
