import { existsSync, watch } from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps: they count as one change. */
const settledAfterMs = 80;

/** Calls back after a file of a list has changed, also one that is replaced or comes to be; returns how to end that. */
export function watchFiles(files: Iterable<string>, onChange: () => void): () => void {
  const wanted = new Set([...files].map((file) => path.resolve(file)));
  const folders = new Set([...wanted].map((file) => path.dirname(file)));
  let pending: NodeJS.Timeout | undefined;
  const watchers = [...folders].filter(existsSync).map((folder) =>
    watch(folder, (_event, name) => {
      if (name === null || !wanted.has(path.join(folder, name))) return;
      clearTimeout(pending);
      pending = setTimeout(onChange, settledAfterMs);
    }),
  );
  return () => {
    clearTimeout(pending);
    for (const watcher of watchers) watcher.close();
  };
}
