import { renderText } from '../../../../docs-src/engine/markdown/document-text.ts';
import type { PageLinks } from '../../../../docs-src/engine/views/page-links.ts';
import type { SchemaRowOptions } from '../../../../docs-src/engine/views/schema-row.ts';
import { en as english } from '../../../../docs-src/engine/words/en.ts';
import type { ApiModel, Operation } from '../../../../openapi/model/api-model.ts';
import { found, modelOf } from '../../../openapi/model-of.ts';

/** Links that say what they lead to; an operation, header or scheme named `hidden` has no place. */
export const links: PageLinks = {
  operation: (id) => (id === 'hidden' ? undefined : `#${id}`),
  schema: (node, title) => ({ label: node.name ?? title, href: `#schema-${node.name ?? title}` }),
  security: (id) => (id === 'hidden' ? undefined : `#security-${id}`),
  headers: () => undefined,
  textHtml: (text) => renderText(text),
  assumption: (text) => (text === undefined ? undefined : { label: text, href: `#${text}` }),
};

export const rowOptions: SchemaRowOptions = {
  words: english,
  links,
  purpose: 'both',
  maximumRows: 50,
  title: 'Toy',
  said: undefined,
  place: '#toy',
};

/** The model of a document with these other parts and these operations, each `get` on the path that is its id: `toy/{id}`. */
export function toyModel(
  operations: Readonly<Record<string, object>>,
  parts: object = {},
): Promise<ApiModel> {
  const paths = Object.entries(operations).map(([id, operation]) => [
    `/${id}`,
    {
      get: {
        operationId: id.replace(/\/.*/, ''),
        responses: { 200: { description: 'Done.' } },
        ...operation,
      },
    },
  ]);
  return modelOf({
    openapi: '3.1.0',
    info: { title: 'Toy', version: '1' },
    paths: Object.fromEntries(paths),
    ...parts,
  });
}

/** One `get` operation of such a document. */
export async function toyOperation(operation: object, parts: object = {}, id = 'toy'): Promise<Operation> {
  return found((await toyModel({ [id]: operation }, parts)).operations[0], id);
}
