import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import { settledChanges } from './settled-changes.ts';

/** Calls back after a file of a list has changed, also one that is replaced or comes to be; returns how to end that. */
export function watchFiles(files: Iterable<string>, onChange: () => void): () => void {
  const wanted = new Set([...files].map((file) => path.resolve(file)));
  const folders = new Set([...wanted].map((file) => path.dirname(file)));
  const changes = settledChanges(onChange);
  const watchers = [...folders].filter(existsSync).map((folder) =>
    watch(folder, (_event, name) => {
      if (name !== null && wanted.has(path.join(folder, name))) changes.note();
    }),
  );
  return () => {
    changes.end();
    for (const watcher of watchers) watcher.close();
  };
}
