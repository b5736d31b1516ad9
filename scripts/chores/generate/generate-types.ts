import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** A bundled document; only what its readers here need of its shape. */
export interface BundledDocument {
  readonly openapi: string;
  readonly paths?: Readonly<Record<string, object>>;
}

/**
 * TypeScript types of a bundled document: a property or parameter is optional where the document does not require it, also
 * with a default. This file alone knows openapi-typescript.
 */
export async function generateTypes(
  document: BundledDocument,
  command: string,
  about: string,
): Promise<string> {
  // openapi-typescript reads 3.1 documents as well; its type for them has the name of version 3.
  const nodes = await openapiTS(document as unknown as OpenAPI3, {
    alphabetize: false,
    defaultNonNullable: false,
    silent: true,
  });
  return [
    `// Made by \`${command}\` from openapi/document/openapi.yaml. Never edited by hand.`,
    `// ${about}`,
    '',
    astToString(nodes),
  ].join('\n');
}
