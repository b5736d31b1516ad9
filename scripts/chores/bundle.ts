import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';

/**
 * A step of `npm run build`: joins the sources into a file for each entry of the package and one for what they share,
 * because Node takes about a millisecond of CPU for each file that it loads. What a dynamic import names stays a file of
 * its own. Packages stay packages; the code stays readable, and its maps name the sources.
 */
rmSync(packageFile('dist/chunks'), { recursive: true, force: true });
await build({
  entryPoints: {
    'scripts/index': 'scripts/index.ts',
    'docs-src/build-site': 'docs-src/build-site.ts',
    'contract/contract-testing': 'test/contract/contract-testing.ts',
    'scripts/api-kit': 'scripts/api-kit.ts',
  },
  absWorkingDir: packageRoot,
  outdir: packageFile('dist'),
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  sourcemap: true,
  sourcesContent: false,
  charset: 'utf8',
  logLevel: 'warning',
});
