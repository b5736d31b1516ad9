import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PublicSource, publicDocuments } from './public-documents.ts';

/** The most that one document has: 64 MB. */
const mostBytes = 64 * 1024 * 1024;

/** Brings the public documents into a folder, each once; npm and git fetch them. Throws what these say where they can't. */
export function getPublicDocuments(folder: string, onGot: (file: string) => void): void {
  mkdirSync(folder, { recursive: true });
  for (const source of publicDocuments) {
    const wanted = source.paths.filter((from) => !existsSync(path.join(folder, fileNameOf(source, from))));
    if (wanted.length === 0) continue;
    const work = mkdtempSync(path.join(tmpdir(), 'public-documents-'));
    try {
      const put = 'npm' in source ? unpack(source.npm, work) : checkOut(source.github, source.commit, work);
      for (const from of wanted) {
        put(from, path.join(folder, fileNameOf(source, from)));
        onGot(fileNameOf(source, from));
      }
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
}

/** One name for each in a folder without folders: `stripe.com.json`, `nrm.se-georg.json`, `box-openapi.json`. */
export function fileNameOf(source: PublicSource, from: string): string {
  if ('npm' in source) return from.replace(/^api\//, '').replaceAll('/', '-');
  return `${source.github.split('/')[0]}-${path.posix.basename(from)}`;
}

type PutFile = (from: string, to: string) => void;

function unpack(name: string, work: string): PutFile {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const packed = execFileSync(npm, ['pack', '--silent', name], { cwd: work, encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', packed], { cwd: work });
  return (from, to) => copyFileSync(path.join(work, 'package', from), to);
}

/** Of a repository nothing but that commit's list of files comes, and then those that are asked for. */
function checkOut(repository: string, commit: string, work: string): PutFile {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: work, maxBuffer: mostBytes, stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '--quiet');
  git('remote', 'add', 'origin', `https://github.com/${repository}`);
  git('fetch', '--quiet', '--depth=1', '--filter=blob:none', 'origin', commit);
  return (from, to) => writeFileSync(to, git('show', `${commit}:${from}`));
}
