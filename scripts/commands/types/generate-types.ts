import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { placeStandIns } from './place-stand-ins.ts';
import { withKnownMembers } from './with-known-members.ts';
import { withoutBigints } from './without-bigints.ts';
import { withoutTypedDiscriminators } from './without-typed-discriminators.ts';

/** A bundled document; only what its readers here need of its shape. */
export interface BundledDocument {
  readonly openapi: string;
  readonly paths?: Readonly<Record<string, object>>;
}

/** What the file says at its top. */
interface MadeBy {
  readonly command: string;
  /** Which document. */
  readonly from: string;
  readonly about: string;
}

/** Whose view of the API types have. */
export const typeViews = {
  client: 'The API as a client sees it.',
  handler: 'The API as a handler sees it: a parameter with a default is always there.',
} as const;

/**
 * TypeScript types of a bundled document: a property or parameter is optional where the document does not require it, also
 * with a default. This file alone knows openapi-typescript.
 */
export async function generateTypes(
  document: BundledDocument,
  { command, from, about }: MadeBy,
): Promise<string> {
  const { document: known, standIns } = withKnownMembers(document);
  // openapi-typescript reads 3.1 documents as well; its type for them has the name of version 3.
  const said = withoutBigints(withoutTypedDiscriminators(known));
  const nodes = await openapiTS(said as unknown as OpenAPI3, {
    alphabetize: false,
    // An object of which nothing is said may hold anything; without it nothing could be read of one.
    emptyObjectsUnknown: true,
    defaultNonNullable: false,
    silent: true,
  });
  return [
    `// Made by \`${command}\` from ${from}. Never edited by hand.`,
    `// ${about}`,
    '',
    astToString(placeStandIns(nodes, standIns)),
  ].join('\n');
}
