import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { StopError } from '../stop-error.ts';

/** A file that is open for a report, which comes later or never. */
export interface ReportFile {
  /** Writes and closes it; before, nobody sees anything of it. */
  keep(text: string): Promise<void>;
  /** Leaves what was there before; after `keep` nothing. */
  drop(): Promise<void>;
}

/**
 * Opens a file for a report before a run, which may have a price: what can't be written is known by then. The text goes
 * into a file beside it, which takes its place when it is whole; a terminal or a pipe gets it directly. `option`: who named it.
 */
export async function openReportFile(file: string, option: string): Promise<ReportFile> {
  const target = await realpath(file).catch(() => path.resolve(file));
  try {
    const there = await stat(target).catch(() => undefined);
    if (there?.isDirectory()) throw new Error('it is a folder');
    if (there !== undefined && !there.isFile()) return opened(await open(target, 'w'));
    const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
    return opened(await open(beside, 'w'), {
      keep: () => rename(beside, target),
      drop: () => rm(beside, { force: true }),
    });
  } catch (cause) {
    throw unwritable(file, option, cause);
  }
}

/** Opens a file that others write to, too: the text is put at its end. */
export async function openForMore(file: string, option: string): Promise<ReportFile> {
  return opened(
    await open(file, 'a').catch((cause: unknown) => {
      throw unwritable(file, option, cause);
    }),
  );
}

function opened(
  handle: FileHandle,
  after: { keep(): Promise<void>; drop(): Promise<void> } = { keep: async () => {}, drop: async () => {} },
): ReportFile {
  let isOpen = true;
  const close = async () => {
    isOpen = false;
    await handle.close();
  };
  return {
    async keep(text) {
      await handle.writeFile(text);
      await close();
      await after.keep();
    },
    async drop() {
      if (!isOpen) return;
      await close();
      await after.drop();
    },
  };
}

function unwritable(file: string, option: string, cause: unknown): StopError {
  const folder = path.dirname(path.resolve(file));
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StopError(
    `${option} ${file}: nothing can be written in ${folder} (${why}). Name a file in a folder that is there.`,
    2,
    { cause },
  );
}
