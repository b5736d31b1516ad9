import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageFile } from '../../../openapi/model/package-root.ts';

/** What a built file and all that it loads import from packages. */
function packagesOf(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const specifiers = [
    ...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"'\s]+)["']/g),
  ].map(([, specifier = '']) => specifier);
  return specifiers.flatMap((specifier) =>
    specifier.startsWith('.') ? packagesOf(path.join(path.dirname(file), specifier), seen) : [specifier],
  );
}

test('the matchers load no runner and no server: they work in every suite', () => {
  const packages = packagesOf(packageFile('dist/contract/matchers.js'));
  expect(packages).toContain('yaml');
  expect(packages.filter((name) => /express|vitest|jest|^expect$/.test(name))).toEqual([]);
});
