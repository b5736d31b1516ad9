import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModel } from '../../../../openapi/model/read-model.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import { findBrokenExamples, isBrokenExample } from '../../../../scripts/chores/documents/broken-examples.ts';
import { found } from '../../../openapi/model-of.ts';

const card = {
  type: 'object',
  properties: { title: { type: 'string' }, pages: { type: 'integer', example: 'many' }, more: {} },
};
const replyOf = (example: object) => ({
  responses: {
    200: {
      description: 'A card.',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Card' }, example } },
    },
  },
});
const document = {
  openapi: '3.1.0',
  info: { title: 'Cards', version: '1' },
  paths: {
    '/right': { get: { operationId: 'right', ...replyOf({ title: 'A', more: 1, further: true }) } },
    '/wrong': { get: { operationId: 'wrong', ...replyOf({ title: 1 }) } },
    '/shared': {
      get: {
        operationId: 'shared',
        responses: {
          200: {
            description: 'A card.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Card' },
                examples: { odd: { $ref: '#/components/examples/Odd' } },
              },
            },
          },
        },
      },
    },
  },
  components: { schemas: { Card: card }, examples: { Odd: { value: { pages: 'few' } } } },
};

describe('what Redocly finds in examples', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'broken-examples-'));
    file = path.join(folder, 'cards.json');
    await writeFile(file, JSON.stringify(document));
  });
  afterAll(async () => rm(folder, { recursive: true }));

  it('stands at its place, and what a schema does not name is none of it', async () => {
    expect(await findBrokenExamples(document)).toEqual([
      '/components/schemas/Card/properties/pages/example',
      '/paths/~1wrong/get/responses/200/content/application~1json/example/title',
      '/components/examples/Odd/value/pages',
    ]);
  });

  it('confirms what our judge finds at the same place of the same operation, or of the schema of such a property', async () => {
    const broken = await findBrokenExamples(document);
    const { operations } = await readModel({ document: file, strict: false });
    const isConfirmed = (operationId: string, name: string | undefined) => {
      const operation = found(
        operations.find((one) => one.operationId === operationId),
        operationId,
      );
      const finding: Finding = {
        ...{ code: 'document-contradicts-itself', about: 'reply', message: '', name },
        ...{ basis: 'suspicion', location: operation.source },
      };
      return isBrokenExample(finding, operation, broken);
    };
    expect(isConfirmed('wrong', '/title')).toBe(true);
    expect(isConfirmed('wrong', undefined)).toBe(true);
    expect(isConfirmed('right', '/title')).toBe(false);
    expect(isConfirmed('right', undefined)).toBe(false);
    expect(isConfirmed('shared', undefined)).toBe(true);
    expect(isConfirmed('right', '/pages')).toBe(true);
    expect(isConfirmed('wrong', '/more')).toBe(false);
  });

  it('is an error that says why where the document can not be read', async () => {
    await expect(findBrokenExamples({})).rejects.toThrow(/^Redocly could not read it: .*document\.json/s);
  });
});
