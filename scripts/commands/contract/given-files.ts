import { readFile } from 'node:fs/promises';
import { isObject } from '../../../openapi/model/is-object.ts';
import type { Baseline, ValuesByOperation } from '../../../test/contract/contract-testing.ts';
import { StopError } from '../stop-error.ts';

/** `--values`: real values by operationId, in YAML or JSON. Throws StopError. */
export async function readValues(file: string): Promise<ValuesByOperation> {
  const { parse } = await import('yaml'); // here, so that --help does not wait for it
  const values: unknown = parseOf('--values', file, await textOf('--values', file), parse);
  if (isObject(values)) return values as ValuesByOperation; // its names are checked against the document
  throw new StopError(
    `--values ${file} must hold an object: values by operationId, each with path, query, header, cookie or body.`,
    2,
  );
}

/** `--baseline`: a report of `--json`. Throws StopError. */
export async function readKnownFindings(
  file: string,
  readBaseline: (report: unknown) => Baseline,
): Promise<Baseline> {
  return readBaselineOf(parseOf('--baseline', file, await textOf('--baseline', file), JSON.parse));

  function readBaselineOf(report: unknown): Baseline {
    try {
      return readBaseline(report);
    } catch (cause) {
      throw new StopError(
        `--baseline ${file}: ${(cause as Error).message}. Give a file that --json has written.`,
        2,
        { cause },
      );
    }
  }
}

async function textOf(option: string, file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new StopError(`${option} ${file} can't be read: is it there?`, 2, { cause });
  });
}

function parseOf(option: string, file: string, text: string, read: (text: string) => unknown): unknown {
  try {
    return read(text);
  } catch (cause) {
    throw new StopError(`${option} ${file} can't be read: ${(cause as Error).message}`, 2, { cause });
  }
}
