import { spawnSync } from 'node:child_process';
import { howToGetSlate } from '../../../../scripts/chores/slate-judge/ask-slate.ts';

/** Whether Slate's own parser is here; false is a message on the console, and a failure where CI is set. */
export const hasSlate =
  spawnSync('ruby', ['-r', 'redcarpet', '-r', 'rouge', '-e', ''], { stdio: 'ignore' }).status === 0;

if (!hasSlate) {
  if (process.env.CI) throw new Error(howToGetSlate);
  process.stderr.write(`Tests that judge by Slate are skipped. ${howToGetSlate}\n`);
}
