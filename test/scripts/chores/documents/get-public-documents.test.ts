import { expect, it } from 'vitest';
import { fileNameOf } from '../../../../scripts/chores/documents/get-public-documents.ts';
import { publicDocuments } from '../../../../scripts/chores/documents/public-documents.ts';

it('sixty documents have a file each, twenty and more of them from elsewhere than one directory', () => {
  const names = publicDocuments.flatMap((source) => source.paths.map((from) => fileNameOf(source, from)));
  expect(new Set(names).size).toBe(60);
  expect(publicDocuments.filter((source) => 'github' in source).flatMap(({ paths }) => paths).length).toBe(
    24,
  );
});
