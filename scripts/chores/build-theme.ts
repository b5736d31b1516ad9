import { mkdir, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { packageFile } from '../../openapi/model/package-root.ts';

const theme = packageFile('docs-src/theme');

/**
 * Bundles what a page loads into dist/theme: start.js (in the head, before anything is painted), site.js (deferred), search.js,
 * try-it.js, samples.js and live.js (when they are first used) and site.css. Plain scripts, no modules: a site must also work from file://.
 */
const { outputFiles } = await build({
  entryPoints: {
    start: `${theme}/client/start.ts`,
    site: `${theme}/client/site.ts`,
    search: `${theme}/client/search-bundle.ts`,
    'try-it': `${theme}/client/try-it-bundle.ts`,
    live: `${theme}/client/live-bundle.ts`,
    samples: `${theme}/client/samples-bundle.ts`,
    'site-style': `${theme}/styles/site.css`,
  },
  entryNames: '[name]',
  outdir: packageFile('dist/theme'),
  bundle: true,
  minify: true,
  // MiniSearch's private fields: long names that nobody outside says.
  mangleProps: /^_[a-z]/,
  format: 'iife',
  target: ['chrome123', 'firefox121', 'safari17.5'],
  tsconfig: `${theme}/client/tsconfig.json`,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
});

await mkdir(packageFile('dist/theme'), { recursive: true });
for (const { path: file, contents } of outputFiles) {
  const target = file.replace('site-style.css', 'site.css');
  await writeFile(target, contents);
  console.error(
    `  ${target.slice(packageFile('dist/theme').length + 1)}: ${gzipSync(contents, { level: 9 }).length} bytes compressed`,
  );
}
