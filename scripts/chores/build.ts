import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';

/**
 * `npm run build`: writes types and code to dist/, bundles the theme and builds the docs site, each from the one before.
 * A configuration above is somebody else's: a package that is installed from git is built below the project that wants it.
 */
const tool = (name: string): string => packageFile(path.join('node_modules', name));
const steps: readonly { what: string; args: readonly string[] }[] = [
  { what: 'types', args: [tool('typescript/bin/tsc'), '-p', 'tsconfig.build.json'] },
  { what: 'contract', args: [tool('tsx/dist/cli.mjs'), 'scripts/chores/move-contract.ts'] },
  { what: 'code', args: [tool('tsx/dist/cli.mjs'), 'scripts/chores/bundle.ts'] },
  { what: 'mock', args: [tool('tsx/dist/cli.mjs'), 'scripts/chores/prepare-mock.ts'] },
  {
    what: 'configuration schema',
    args: [tool('tsx/dist/cli.mjs'), 'scripts/chores/write-config-schema.ts'],
  },
  { what: 'report schema', args: [tool('tsx/dist/cli.mjs'), 'scripts/chores/write-report-schema.ts'] },
  { what: 'theme', args: [tool('tsx/dist/cli.mjs'), 'scripts/chores/build-theme.ts'] },
  {
    what: 'docs',
    args: [
      'dist/scripts/api-kit.js',
      ...['docs', '--no-config', '--out', 'dist/docs', '--try-it', '/learningobject/v2'],
      ...['--translations', 'fr=fr/'],
    ],
  },
  {
    what: 'docs in French',
    args: [
      'dist/scripts/api-kit.js',
      ...['docs', '--no-config', '--locale', 'fr', '--out', 'dist/docs/fr', '--try-it', '/learningobject/v2'],
      ...['--translations', 'en=../'],
    ],
  },
  {
    what: 'manual',
    args: [
      'dist/scripts/api-kit.js',
      ...['docs', '--no-config', '--no-document', '--pages', 'docs-src/manual', '--out', 'dist/docs/manual'],
    ],
  },
  {
    what: 'admin side',
    args: [
      'dist/scripts/api-kit.js',
      ...[
        'docs',
        '--no-config',
        'mock/engine/admin/admin.yaml',
        '--one-page',
        '--out',
        'dist/docs/manual/admin',
      ],
    ],
  },
];

// A page that is no more must not be published.
rmSync(packageFile('dist/docs'), { recursive: true, force: true });
for (const { what, args } of steps) {
  console.error(`  ${what}`);
  const { status } = spawnSync(process.execPath, args, { cwd: packageRoot, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    console.error(`npm run build stopped at "${what}" (code ${status}).`);
    process.exit(2);
  }
}
