import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

interface BundledOperation {
  readonly parameters?: readonly { $ref?: string }[];
}

interface BundledParameter {
  readonly required?: boolean;
  readonly schema?: { readonly default?: unknown };
}

export interface BundledDocument {
  readonly openapi: string;
  readonly components?: { readonly parameters?: Record<string, BundledParameter> };
  readonly paths?: Record<string, Record<string, BundledOperation>>;
}

/**
 * TypeScript types of a bundled document. A parameter with a default counts as always there: the types describe a call
 * as a handler sees it, after the defaults are filled in. This file alone knows openapi-typescript.
 */
export async function generateTypes(document: BundledDocument, command: string): Promise<string> {
  const parameters = Object.entries(document.components?.parameters ?? {}).map(([name, parameter]) => [
    name,
    parameter.schema?.default === undefined ? parameter : { ...parameter, required: true },
  ]);
  const filled = {
    ...document,
    components: { ...document.components, parameters: Object.fromEntries(parameters) },
  };
  // openapi-typescript reads 3.1 documents as well; its type for them has the name of version 3.
  const nodes = await openapiTS(filled as unknown as OpenAPI3, { alphabetize: false, silent: true });
  return [
    `// Made by \`${command}\` from openapi/openapi.yaml. Never edited by hand.`,
    '// A parameter with a default is never undefined: these are calls after the defaults are filled in.',
    '',
    astToString(nodes),
  ].join('\n');
}
