import { expect, test } from 'vitest';
import { schemaOf } from '../../../../mock/inokufu/catalog/fixture-source.ts';
import { DocumentError } from '../../../../openapi/model/document-error.ts';
import { modelOf } from '../../../openapi/model-of.ts';

test('a schema that fixtures need and a document lacks is a fault of the document', async () => {
  const model = await modelOf({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {} });
  expect(() => schemaOf(model, 'LearningObject')).toThrow(DocumentError);
  expect(() => schemaOf(model, 'LearningObject')).toThrow('need "LearningObject"');
});
