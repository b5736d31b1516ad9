import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';

/** An error code that the document explains. */
export interface ErrorCode {
  readonly code: string;
  readonly status: string;
  /** Markdown, as every description. */
  readonly description: string;
}

const status = /^[45]\d\d(?!\d)/;

/**
 * The codes of schemas that list them one by one: `oneOf` with a `const`, a `description` and a `title` that begins with
 * the status (`404 Not Found`). Also those that no operation can answer, because no operation was reached.
 */
export function errorCodesOf(schemas: Iterable<SchemaNode>): ErrorCode[] {
  return [...schemas].flatMap((schema) =>
    schema.oneOf.flatMap(({ const: code, title, description }) => {
      const match = status.exec(title ?? '');
      if (typeof code !== 'string' || match === null || description === undefined) return [];
      return [{ code, status: match[0], description }];
    }),
  );
}
