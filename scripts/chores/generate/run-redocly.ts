import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json');

export interface RedoclyRun {
  readonly succeeded: boolean;
  /** What it printed on both streams, without its notice about the version of Node.js. */
  readonly output: string;
}

/** Runs the Redocly command line in a folder that has a redocly.yaml. It sends nothing to anybody. */
export function runRedocly(folder: string, parameters: readonly string[]): Promise<RedoclyRun> {
  const command = [path.join(path.dirname(manifest), 'bin/cli.js'), ...parameters];
  const environment = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    NO_COLOR: '1',
    // Test runners set this to `test`, and Redocly then behaves as in its own tests.
    NODE_ENV: 'production',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: folder, env: environment }, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.replaceAll(/^ *[╔║╚].*$/gmu, '').trim();
      resolve({ succeeded: error === null, output });
    });
  });
}
