import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pipeline } from '../../../mock/engine/pipeline.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';

describe('pipeline', () => {
  it('is the list that the manual prints, in its order', () => {
    const manual = readFileSync(packageFile('docs-src/manual/mock.md'), 'utf8');
    const table = /\| step \| response it may give.*\n\|[-|]+\n((?:\|.*\n)+)/.exec(manual)?.[1] ?? '';
    const printed = table.split('\n').map((row) => row.split('|')[1]?.trim());
    expect(printed.slice(0, pipeline.length)).toEqual(pipeline.map(({ name }) => name));
    expect(printed[pipeline.length]).toMatch(/every response/);
  });
});
