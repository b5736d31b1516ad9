import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packageFile } from '../openapi/model/package-root.ts';

interface Manifest {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version: string; readonly engines?: { readonly node?: string } }>
  >;
}

const manifest = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync(packageFile('package-lock.json'), 'utf8')) as Lock;
const oldest = manifest.engines.node.replace('>=', '');
const direct = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

/** Whether one of the alternatives of a range lets a version in: `^20.19.0 || >=22.12.0`, `>=18 <21`. */
function allows(range: string, version: string): boolean {
  return range.split('||').some((alternative) =>
    [...alternative.matchAll(/(>=|<|\^)?\s*(\d[\d.]*)/g)].every(([, sign = '', bound = '']) => {
      const order = numberOf(version) - numberOf(bound);
      if (sign === '<') return order < 0;
      return order >= 0 && (sign === '>=' || majorOf(version) === majorOf(bound));
    }),
  );
}

const majorOf = (version: string) => Number(version.split('.')[0]);
const numberOf = (version: string) =>
  version.split('.').reduce((sum, part, index) => sum + Number(part) * 1_000 ** (2 - index), 0);

it.each([
  ['>=18.20.1', true],
  ['^20.0.0 || ^22.0.0 || >=24.0.0', true],
  ['>=22.12.0 || >=20.19.0 <21.0.0', true],
  ['>= 0.8.0', true],
  ['>=24', false],
  ['^18.20.1 || >=22', false],
  ['>=20.19.1', false],
])('reads %s', (range, want) => expect(allows(range, '20.19.0')).toBe(want));

/**
 * A pinned version may be older than its newest because of this: @stoplight/prism-cli stays at 5.14.2 (with its
 * prism-http 5.12.0), for what comes after it needs Node 24.
 */
it.each(direct)('%s runs with the oldest Node that we run with', (name) => {
  const range = lock.packages[`node_modules/${name}`]?.engines?.node ?? '*';
  expect([name, range, allows(range, oldest)]).toEqual([name, range, true]);
});
