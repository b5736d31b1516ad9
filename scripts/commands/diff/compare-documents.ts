import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isWebAddress } from '../../../openapi/model/read/fetch-text.ts';
import { runRedocly } from './run-redocly.ts';

/** What another document changes for its clients, as far as `redocly diff --format json` says; only what is read here. */
export interface DocumentDiff {
  readonly summary: { readonly major: number; readonly minor: number; readonly patch: number };
  readonly changes: readonly DocumentChange[];
}

interface DocumentChange {
  /** JSON pointer, through references: `#/paths/~1search/get/parameters/5/schema`. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'modified';
  /** `major` breaks clients, `minor` gives them something new. */
  readonly impact: 'major' | 'minor' | 'patch';
  readonly property?: string;
  readonly verdicts: readonly { readonly message: string }[];
  /** Where it was, and where it is. */
  readonly base?: ChangePlace | undefined;
  readonly revision?: ChangePlace | undefined;
}

interface ChangePlace {
  readonly file: string;
  readonly line: number;
}

/** Redocly could not read one of them; the message is its own. */
export class ComparisonError extends Error {
  override readonly name = 'ComparisonError';
}

/** Without these rules Redocly calls nothing breaking. */
const config = 'extends: [diff-recommended]\ntelemetry: off\n';

/**
 * Compares two OpenAPI documents, each a file or an address. Places are absolute paths, or addresses. Throws a
 * ComparisonError, and what the system says of a file that is not there.
 */
export async function compareDocuments(older: string, newer: string): Promise<DocumentDiff> {
  const [from, to] = [await placeOf(older), await placeOf(newer)];
  const folder = await mkdtemp(path.join(tmpdir(), 'diff-'));
  try {
    await writeFile(path.join(folder, 'redocly.yaml'), config);
    const { stdout, stderr } = await runRedocly(folder, ['diff', from, to, '--format', 'json']);
    if (!stdout.startsWith('{')) throw new ComparisonError(reasonOf(stderr));
    const diff = JSON.parse(stdout) as DocumentDiff;
    const placed = (place: ChangePlace | undefined) =>
      place && { ...place, file: isWebAddress(place.file) ? place.file : path.resolve(folder, place.file) };
    const changes = diff.changes.map((change) => ({
      ...change,
      base: placed(change.base),
      revision: placed(change.revision),
    }));
    return { ...diff, changes };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function placeOf(given: string): Promise<string> {
  if (isWebAddress(given)) return given;
  await access(given);
  return path.resolve(given);
}

/** The sentence of a text that has notices in boxes and a stack around it. */
function reasonOf(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => !/^\s*([╔║╚]|at |$)|likely a bug/.test(line));
  return lines[0]?.replace(/^Error: /, '').trim() ?? 'Redocly could not compare them.';
}
