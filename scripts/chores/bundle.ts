import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';

/*
 * A step of `npm run build`: joins the sources into a file for each entry of the package and one for what they share,
 * because Node takes about a millisecond of CPU for each file that it loads. What a dynamic import names stays a file of
 * its own. Dependencies stay packages; of a package that only the build has (devDependencies) what is used goes into these
 * files, with its licence. The code stays readable, and its maps name the sources.
 */
const { dependencies, peerDependencies } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as {
  readonly dependencies: object;
  readonly peerDependencies: object;
};
const common = {
  absWorkingDir: packageRoot,
  outdir: packageFile('dist'),
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
} satisfies BuildOptions;

for (const folder of ['chunks', 'languages'])
  rmSync(packageFile(`dist/${folder}`), { recursive: true, force: true });
const code = await build({
  ...common,
  entryPoints: {
    'scripts/index': 'scripts/index.ts',
    'docs-src/build-site': 'docs-src/build-site.ts',
    'contract/contract-testing': 'test/contract/contract-testing.ts',
    'contract/matchers': 'test/contract/matchers.ts',
    'scripts/api-kit': 'scripts/api-kit.ts',
  },
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  format: 'esm',
  external: Object.keys({ ...dependencies, ...peerDependencies }),
  sourcemap: true,
  sourcesContent: false,
  // For packages that are CommonJS and ask for a module of Node's.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
  },
});
const languages = await build({
  ...common,
  // Files named .js.js only warn that their names are old.
  entryPoints: readdirSync(packageFile('node_modules/highlight.js/lib/languages'))
    .filter((name) => !name.endsWith('.js.js'))
    .map((name) => `node_modules/highlight.js/lib/languages/${name}`),
  outbase: 'node_modules/highlight.js/lib',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  minify: true,
});
writeFileSync(packageFile('dist/chunks/LICENSES.txt'), licencesOf([code.metafile, languages.metafile]));

/** Name, version and licence of every package that has given code. */
function licencesOf(metafiles: readonly Metafile[]): string {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const manifest = readFileSync(packageFile(path.join(folder, 'package.json')), 'utf8');
    const { name, version, license } = JSON.parse(manifest) as Readonly<Record<string, string>>;
    const file = readdirSync(packageFile(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : readFileSync(packageFile(path.join(folder, file)), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}`.trim();
  });
  return `Code of these packages is in the files beside this one.\n\n${texts.join('\n\n----\n\n')}\n`;
}
