import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DocumentError } from '../../../openapi/model/document-error.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import { type BundledDocument, generateTypes } from './generate-types.ts';
import { lintDocument } from './lint-document.ts';
import { runRedocly } from './run-redocly.ts';
import { withFilledDefaults } from './with-filled-defaults.ts';

/** The document is wrong; the message lists every fault with its file. */
export class BrokenDocumentError extends Error {
  override readonly name = 'BrokenDocumentError';
}

export interface GenerateOptions {
  /** Folder with redocly.yaml and openapi/. */
  readonly root: string;
  /** The command to name in the files. */
  readonly command: string;
  readonly report: (progress: string) => void;
}

/** What openapi/generated has to hold, by path from the root. The same document always gives the same text. */
export async function makeGeneratedFiles(options: GenerateOptions): Promise<ReadonlyMap<string, string>> {
  const { root, command, report } = options;
  report('lint openapi/document/openapi.yaml');
  const faults = await lintDocument(root);
  if (faults.length > 0) throw new BrokenDocumentError(faults.join('\n'));

  report('read it into the model');
  await readStrictly(path.join(root, 'openapi/document/openapi.yaml'));

  report('bundle it');
  const document = await bundle(root);

  report('make the types');
  const types = await generateTypes(document, command, 'The API as a client sees it.');
  const handlerTypes = await generateTypes(
    withFilledDefaults(document),
    command,
    'The API as a handler sees it: a parameter with a default is always there.',
  );
  return new Map([
    ['openapi/generated/openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    ['openapi/generated/types.ts', types],
    ['openapi/generated/handler-types.ts', handlerTypes],
  ]);
}

/** The rules that Redocly does not know: our extensions and the plans. */
async function readStrictly(file: string): Promise<void> {
  try {
    await readModel({ document: file, strict: true });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new BrokenDocumentError(error.message, { cause: error });
  }
}

async function bundle(root: string): Promise<BundledDocument> {
  const folder = await mkdtemp(path.join(tmpdir(), 'generate-'));
  try {
    const file = path.join(folder, 'openapi.json');
    const run = await runRedocly(root, ['bundle', 'main', '--output', file]);
    if (run.exitCode !== 0) throw new Error(`Redocly could not bundle: ${run.stderr}`);
    // Linted just now: it has the shape of a document.
    return JSON.parse(await readFile(file, 'utf8')) as BundledDocument;
  } finally {
    await rm(folder, { recursive: true });
  }
}
