import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { apiOptions, commandOptions } from '../../../scripts/config/options.ts';
import { manualRows } from './manual-rows.ts';

it('has a row for each option, in their order, and no other', () => {
  const page = readFileSync(packageFile('docs-src/manual/configuration.md'), 'utf8');
  const tables = page.slice(page.indexOf('## Every option'));
  const rows = tables.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| option |'));
  expect(rows).toEqual([
    ...manualRows(apiOptions, ''),
    ...Object.entries(commandOptions).flatMap(([name, table]) => manualRows(table, name)),
  ]);
});
