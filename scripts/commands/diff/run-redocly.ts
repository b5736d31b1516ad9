import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface RedoclyRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the Redocly command line in a folder that has a redocly.yaml. It sends nothing to anybody. Rejects with the code
 * MODULE_NOT_FOUND where @redocly/cli is not installed.
 */
export async function runRedocly(folder: string, parameters: readonly string[]): Promise<RedoclyRun> {
  const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json');
  const command = [path.join(path.dirname(manifest), 'bin/cli.js'), ...parameters];
  const environment = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    NO_COLOR: '1',
    // A test runner sets this to `test`, and Redocly then behaves as in its own tests.
    NODE_ENV: 'production',
  };
  const options = { cwd: folder, env: environment, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : error.code;
      if (typeof exitCode === 'number') resolve({ exitCode, stdout, stderr });
      else reject(new Error(`Redocly could not run: ${stderr}`, { cause: error }));
    });
  });
}
