import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Vitest's global setup: what the tests and their child processes leave in the temporary folder goes with the run. */
export function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'api-kit-tests-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
