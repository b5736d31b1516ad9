import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../openapi/model/package-root.ts';

/** Who may import whom: the walls of the house. A folder's rule is the first that its path starts with. */
const walls: readonly { readonly from: string; readonly mayImport: readonly string[] }[] = [
  { from: 'openapi/model/', mayImport: ['openapi/model/'] },
  { from: 'openapi/operations/', mayImport: ['openapi/model/', 'openapi/operations/'] },
  { from: 'openapi/generated/', mayImport: [] },
  { from: 'mock/engine/', mayImport: ['mock/engine/', 'openapi/model/', 'openapi/operations/'] },
  { from: 'mock/inokufu/', mayImport: ['mock/engine/', 'mock/inokufu/', 'openapi/'] },
  { from: 'mock/', mayImport: ['mock/', 'openapi/'] },
  {
    from: 'scripts/config/',
    mayImport: [
      'scripts/config/',
      'openapi/model/',
      'mock/engine/key-options.ts',
      'mock/engine/failures/error-template.ts',
    ],
  },
  { from: 'docs-src/engine/', mayImport: ['docs-src/engine/', 'openapi/model/', 'openapi/operations/'] },
  {
    from: 'docs-src/theme/',
    mayImport: [
      'docs-src/theme/',
      'docs-src/engine/',
      'openapi/operations/wire/',
      'openapi/model/json-text.ts',
      'openapi/model/read-json.ts',
    ],
  },
  { from: 'docs-src/inokufu/', mayImport: ['docs-src/engine/', 'docs-src/inokufu/', 'openapi/'] },
  { from: 'docs-src/', mayImport: ['docs-src/', 'openapi/'] },
  {
    from: 'test/contract/engine/',
    mayImport: ['test/contract/engine/', 'openapi/model/', 'openapi/operations/'],
  },
  { from: 'test/contract/', mayImport: ['test/contract/', 'openapi/'] },
  {
    from: 'scripts/commands/',
    mayImport: [
      'scripts/commands/',
      'scripts/config/',
      'openapi/model/',
      'openapi/operations/',
      'mock/server.ts',
      'docs-src/build-site.ts',
      'docs-src/draft-slate.ts',
      'test/contract/contract-testing.ts',
    ],
  },
  { from: 'scripts/index.ts', mayImport: ['mock/', 'openapi/model/', 'scripts/config/kit-config.ts'] },
  { from: 'scripts/api-kit.ts', mayImport: ['scripts/commands/', 'openapi/model/'] },
];

const sources = ['openapi', 'mock', 'docs-src', 'scripts', 'test/contract'].flatMap((folder) =>
  filesUnder(folder),
);
const published = sources.filter((file) => !file.endsWith('.test.ts'));
const engines = published.filter((file) => /^(openapi\/(model|operations)|.*\/engine)\//.test(file));

describe('the walls between the folders', () => {
  it.each(walls.map(({ from, mayImport }) => [from, mayImport] as const))(
    '%s imports only %j',
    (from, allowed) => {
      const files = published.filter((file) => ruleOf(file)?.from === from);
      const trespasses = files.flatMap((file) =>
        importsOf(file)
          .filter((target) => !allowed.some((start) => target.startsWith(start)))
          .map((target) => `${file} -> ${target}`),
      );
      expect(trespasses).toEqual([]);
    },
  );

  it('covers every source but the chores', () => {
    const uncovered = published.filter(
      (file) => ruleOf(file) === undefined && !file.startsWith('scripts/chores/'),
    );
    expect(uncovered).toEqual([]);
  });
});

describe('what a reader must not meet', () => {
  it('has no cycle of values: types alone may know each other', () => {
    const imports = new Map(published.map((file) => [file, importsOf(file, 'values')]));
    expect(findCycles(imports)).toEqual([]);
  });

  it('exports no name with two meanings', () => {
    const files = published.filter((file) => !file.startsWith('openapi/generated/'));
    const exported = files.flatMap((file) => exportsOf(file).map((name) => ({ name, file })));
    const doubled = exported.filter(({ name, file }) =>
      exported.some((other) => other.name === name && other.file !== file),
    );
    expect(doubled.map(({ name, file }) => `${name} in ${file}`)).toEqual([]);
  });

  it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md'])('%s names only what is there', (map) => {
    const named = [...read(map).matchAll(/`([\w./-]+\/[\w.-]*)`|\]\(([\w./-]+)\)/g)].map(
      ([, quoted, link]) => quoted ?? link ?? '',
    );
    const isOurs = (name: string) => /^(openapi|mock|docs-src|scripts|test|\.ci)\/|^[A-Z]+\.md$/.test(name);
    const ours = named.filter(isOurs);
    expect(ours.length).toBeGreaterThan(2);
    expect(ours.filter((name) => !existsSync(path.join(packageRoot, name)))).toEqual([]);
  });
});

describe('what a folder may say', () => {
  it('keeps the name of the API out of the engines', () => {
    const documents = ['mock/engine', 'docs-src/engine'].flatMap((folder) => filesUnder(folder, '.yaml'));
    expect([engines.length > 20, documents]).toEqual([true, ['mock/engine/admin/admin.yaml']]);
    expect([...engines, ...documents].filter((file) => /inokufu|learning ?object/i.test(read(file)))).toEqual(
      [],
    );
  });

  it('keeps console and process to scripts/', () => {
    const outside = published.filter(
      (file) => !file.startsWith('scripts/') && !file.startsWith('docs-src/theme/client/'),
    );
    // After a brace it is a template's text: what a sample says, not what we do.
    expect(
      outside.filter((file) => /(?<!\})\b(console\.\w+\(|process\.\w+)/.test(withoutComments(read(file)))),
    ).toEqual([]);
  });

  it('has no default export, no re-export of everything and no path of a machine', () => {
    expect(published.filter((file) => /^export (default|\*)/m.test(read(file)))).toEqual([]);
    expect(published.filter((file) => /\/(root|home)\//.test(read(file)))).toEqual([]);
  });
});

function ruleOf(file: string): (typeof walls)[number] | undefined {
  return walls.find(({ from }) => file.startsWith(from));
}

/** Our own files that a file imports, from the package's root: all, or those of which it takes more than types. */
function importsOf(file: string, kind: 'all' | 'values' = 'all'): readonly string[] {
  const typesAlone =
    /^(import|export) type .*? from '[^']+';$|^(import|export) \{(\s*type [^,}]+,?)+\s*\} from '[^']+';$/gms;
  const text = kind === 'all' ? read(file) : read(file).replace(typesAlone, '');
  const specifiers = text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...specifiers].map(([, specifier = '']) => path.posix.join(path.posix.dirname(file), specifier));
}

function exportsOf(file: string): readonly string[] {
  const declared = read(file).matchAll(
    /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm,
  );
  return [...new Set([...declared].map(([, name = '']) => name))];
}

/** Each way that leads back to where it began, from its first file. */
function findCycles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (done.has(file)) return;
    done.add(file);
    for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
  };
  for (const file of imports.keys()) visit(file, []);
  return cycles;
}

function filesUnder(folder: string, ending = '.ts'): readonly string[] {
  return readdirSync(path.join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => name.endsWith(ending));
}

function read(file: string): string {
  return readFileSync(path.join(packageRoot, file), 'utf8');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
