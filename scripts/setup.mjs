#!/usr/bin/env node
/**
 * Makes a fresh clone ready, then hands over: `node scripts/setup.mjs` installs and builds what is missing or stale,
 * `node scripts/setup.mjs api-kit mock …` also runs the built command line in this process, so that signals reach it.
 * `… prepare` does so only where npm makes a package of this folder for another project, `… prepack` from nothing.
 * Plain JavaScript without imports from packages: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const buildStamp = path.join(root, 'dist', '.build-stamp');
const builtCommandLine = path.join(root, 'dist', 'scripts', 'api-kit.js');
/** What the build reads. A change of any of these files makes it run again. */
const buildInputs = [
  'openapi',
  'mock',
  'docs-src',
  'scripts',
  'test/contract',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

const parent = process.ppid;
const [target, ...args] = process.argv.slice(2);
if (target === 'prepare' && isOwnInstall()) process.exit(0);
if (target === 'prepare' && process.env.npm_config_global === 'true')
  stop(
    'npm cannot install globally from git what is built first. Install the tarball that "npm pack" makes.',
  );
if (target === 'prepack') rmSync(path.join(root, 'dist'), { recursive: true, force: true });

refuseOldNode();
if (!isInstalled())
  run('Installing dependencies (about half a minute)', npm(), ['ci', '--no-audit', '--no-fund']);
const inputs = digestOf(buildInputs);
if (!existsSync(builtCommandLine) || readText(buildStamp) !== inputs) {
  run('Building', process.execPath, [tsx(), 'scripts/chores/build.ts']);
  mkdirSync(path.dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, inputs);
}

// npm hands a SIGTERM to the shell between it and us alone: who waited for the build may be gone.
if (process.ppid !== parent && process.env.npm_lifecycle_script !== undefined) process.exit();
if (target === 'api-kit') {
  process.argv = [process.execPath, builtCommandLine, ...args];
  await import(pathToFileURL(builtCommandLine).href);
} else if (target !== undefined && target !== 'prepare' && target !== 'prepack') {
  stop(`setup.mjs knows the targets "api-kit", "prepare" and "prepack", not "${target}".`);
}

/**
 * True where npm was started in this folder. It runs `prepare` then too, and a clone builds when something needs it:
 * `npm ci` stays as quick as it is. INIT_CWD is where npm was started (docs of `npm run`).
 */
function isOwnInstall() {
  const startedIn = process.env.INIT_CWD;
  if (startedIn === undefined || !existsSync(startedIn)) return false;
  const fromRoot = path.relative(realpathSync(root), realpathSync(startedIn));
  return fromRoot.split(path.sep)[0] !== '..' && !path.isAbsolute(fromRoot);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Node ${process.versions.node} is too old: this project needs 20.19 or newer. Install one and start again.`,
  );
}

/** True if node_modules holds every package of the lock file in its version; packages of other platforms don't count. */
function isInstalled() {
  const installedText = readText(path.join(root, 'node_modules', '.package-lock.json'));
  if (installedText === undefined) return false;
  const installed = JSON.parse(installedText).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, entry]) =>
      name === '' || entry.optional || entry.peer || installed[name]?.version === entry.version,
  );
}

function digestOf(paths) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const entry of paths.flatMap((start) => filesUnder(path.join(root, start)))) {
    const { size, mtimeMs } = statSync(entry);
    hash.update(`${entry}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(start) {
  if (!existsSync(start)) return [];
  if (statSync(start).isFile()) return [start];
  return readdirSync(start, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(path.join(start, entry.name)) : [path.join(start, entry.name)],
    )
    .sort();
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

function tsx() {
  return path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
}

function run(what, command, args) {
  process.stderr.write(`${what} …\n`);
  const started = Date.now();
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) stop(`${what} failed: ${error.message}`);
  if (status !== 0)
    stop(`${what} failed: ${command} ${args.join(' ')} ended with code ${status}. Its words are above.`);
  process.stderr.write(`${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
