import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { packageFile } from '../../../openapi/model/package-root.ts';

/** A page as slate.rb prints it. */
export interface SlatePage {
  /** Relative to the folder of the index, as all names. */
  readonly file: string;
  readonly tabs: readonly string[];
  readonly texts: readonly { readonly file: string; readonly slate: string; readonly chosen: string }[];
}

export const howToGetSlate =
  'Slate’s own parser is missing. On Debian: apt-get install ruby-redcarpet ruby-rouge';

/** Renders sources with Slate's own parser, one after the other in one process; throws with `howToGetSlate` without it. */
export async function* askSlate(folders: readonly string[]): AsyncGenerator<readonly SlatePage[]> {
  const script = packageFile('scripts/chores/slate-judge/slate.rb');
  const ruby = spawn('ruby', [script], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  ruby.stderr.on('data', (part: Buffer) => said.push(part));
  const ended = new Promise<void>((resolve) => {
    ruby.once('error', () => resolve());
    ruby.once('close', () => resolve());
  });
  ruby.stdin.on('error', () => undefined);
  ruby.stdin.end(folders.map((folder) => `${path.resolve(folder)}\n`).join(''));
  let count = 0;
  for await (const line of createInterface({ input: ruby.stdout })) {
    count += 1;
    const answer = JSON.parse(line) as { pages: SlatePage[] } | { error: string };
    if ('error' in answer) throw new Error(`${folders[count - 1]}: ${answer.error}`);
    yield answer.pages;
  }
  await ended;
  if (count === folders.length) return;
  const reason = Buffer.concat(said).toString();
  throw new Error(reason === '' || reason.includes('cannot load such file') ? howToGetSlate : reason);
}
