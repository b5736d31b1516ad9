import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../../openapi/model/package-root.ts';

/** What an installed package takes, with all that it needs. */
export interface InstallSize {
  readonly packages: number;
  /** Of all files together. */
  readonly megabytes: number;
  /** The same in blocks of 4 KB, as a file system keeps them. */
  readonly megabytesOnDisk: number;
}

interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const blockBytes = 4_096;

/** This package as `npm pack` would make it, with its dependencies. */
export function sizeOfThisPackage(): InstallSize {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: packageRoot,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [packed] = JSON.parse(stdout) as { readonly files: readonly { readonly size: number }[] }[];
  const own = packed?.files.map(({ size }) => size) ?? [];
  return sizeOf(packageRoot, dependenciesOf(packageRoot, ''), own);
}

/** A package in the node_modules of a folder with its dependencies. */
export function sizeOfPackage(root: string, name: string): InstallSize {
  const place = `node_modules/${name}`;
  return sizeOf(root, dependenciesOf(root, place).add(place), []);
}

function sizeOf(root: string, places: ReadonlySet<string>, own: readonly number[]): InstallSize {
  const sizes = [...own, ...[...places].flatMap((place) => fileSizes(path.join(root, place)))];
  const sum = (bytes: readonly number[]) => bytes.reduce((total, size) => total + size, 0) / 1e6;
  return {
    packages: places.size + (own.length > 0 ? 1 : 0),
    megabytes: sum(sizes),
    megabytesOnDisk: sum(sizes.map((size) => Math.ceil(size / blockBytes) * blockBytes)),
  };
}

/** Where npm has put what a package needs at run time, itself left out. */
function dependenciesOf(root: string, start: string): Set<string> {
  const file = path.join(root, 'package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const found = new Set<string>();
  const queue = [start];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    const { dependencies, optionalDependencies } = packages[place] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const target = nearestPlace(place, name);
      // An optional one of another platform is not there.
      if (packages[target] === undefined || !existsSync(path.join(root, target)) || found.has(target))
        continue;
      found.add(target);
      queue.push(target);
    }
  }
  return found;

  /** As Node looks for it: in the package's own node_modules, then upwards. */
  function nearestPlace(from: string, name: string): string {
    for (
      let folder = from;
      folder !== '';
      folder = folder.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')
    ) {
      const nested = `${folder}/node_modules/${name}`;
      if (packages[nested] !== undefined) return nested;
    }
    return `node_modules/${name}`;
  }
}

/** Bytes of each file, without the packages that lie in a package. */
function fileSizes(folder: string): number[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isFile()) return [statSync(file).size];
    return entry.isDirectory() && entry.name !== 'node_modules' ? fileSizes(file) : [];
  });
}
