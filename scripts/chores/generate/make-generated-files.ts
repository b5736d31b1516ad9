import path from 'node:path';
import { DocumentError } from '../../../openapi/model/document-error.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import { type BundledDocument, generateTypes, typeViews } from '../../commands/types/generate-types.ts';
import { withFilledDefaults } from '../../commands/types/with-filled-defaults.ts';
import { lintDocument } from './lint-document.ts';

/** The document is wrong; the message lists every fault with its file. */
export class BrokenDocumentError extends Error {
  override readonly name = 'BrokenDocumentError';
}

export interface GeneratedFilesOptions {
  /** Folder with redocly.yaml and openapi/. */
  readonly root: string;
  /** The command to name in the files. */
  readonly command: string;
  readonly report: (progress: string) => void;
}

/** What openapi/generated has to hold, by path from the root. The same document always gives the same text. */
export async function makeGeneratedFiles(
  options: GeneratedFilesOptions,
): Promise<ReadonlyMap<string, string>> {
  const { root, command, report } = options;
  report('lint openapi/document/openapi.yaml and openapi/workflows.arazzo.yaml');
  const faults = await lintDocument(root);
  if (faults.length > 0) throw new BrokenDocumentError(faults.join('\n'));

  report('read it, and bundle it');
  const document = await readStrictly(path.join(root, 'openapi/document/openapi.yaml'));

  report('make the types');
  const madeBy = { command, from: 'openapi/document/openapi.yaml' };
  const types = await generateTypes(document, { ...madeBy, about: typeViews.client });
  const handlerTypes = await generateTypes(withFilledDefaults(document), {
    ...madeBy,
    about: typeViews.handler,
  });
  return new Map([
    ['openapi/generated/openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    ['openapi/generated/types.ts', types],
    ['openapi/generated/handler-types.ts', handlerTypes],
  ]);
}

/** The document in one object, as every product bundles it. Keeps the rules that Redocly does not know: our extensions, the plans. */
async function readStrictly(file: string): Promise<BundledDocument> {
  try {
    const { bundled } = await readModel({ document: file, strict: true });
    // Read without a fault: it has the shape of a document.
    return bundled as unknown as BundledDocument;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new BrokenDocumentError(error.message, { cause: error });
  }
}
