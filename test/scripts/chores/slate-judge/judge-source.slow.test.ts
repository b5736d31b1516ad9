import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFile, packageRoot } from '../../../../openapi/model/package-root.ts';
import { judgeSources } from '../../../../scripts/chores/slate-judge/judge-source.ts';
import { renderJudgement } from '../../../../scripts/chores/slate-judge/render-judgement.ts';
import { hasSlate } from './has-slate.ts';

const cases = 'test/documents/slate-cases';

/** Judges sources; the first line of each is the count, the others what differs. */
async function judged(folders: readonly string[]): Promise<Map<string, string[]>> {
  const told = new Map<string, string[]>();
  for await (const judgement of judgeSources(folders.map((folder) => path.resolve(packageRoot, folder))))
    told.set(folders[told.size] as string, renderJudgement(judgement).split('\n').slice(1));
  return told;
}

/** Writes each input of a `=== NAME` list as a page of its own. */
function inputsOf(file: string): Map<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'slate-inputs-'));
  const parts = readFileSync(packageFile(path.join(cases, file)), 'utf8')
    .split(/^=== (.*)\n/m)
    .slice(1);
  const inputs = new Map<string, string>();
  for (let at = 0; at < parts.length; at += 2) {
    const place = path.join(folder, String(at / 2));
    mkdirSync(place);
    writeFileSync(
      path.join(place, 'index.html.md'),
      `---\nlanguage_tabs: [ruby, shell, python]\n---\n${parts[at + 1]}`,
    );
    inputs.set(place, parts[at] as string);
  }
  return inputs;
}

describe.skipIf(!hasSlate)('a page shows what Slate shows', () => {
  const sources = [
    'test/documents/slate-source',
    'test/brief/brief.md',
    'test/brief/brief-as-sent.md',
    ...readdirSync(packageFile(cases))
      .filter((name) => !name.endsWith('.txt'))
      .map((name) => path.join(cases, name)),
  ];
  it('of every source', async () => {
    const told = await judged(sources);
    expect(Object.fromEntries([...told].filter(([, differences]) => differences.length > 0))).toEqual({});
  });

  it.each(['micro1.txt', 'micro2.txt', 'micro3.txt'])('of every input of %s', async (file) => {
    const inputs = inputsOf(file);
    const told = await judged([...inputs.keys()]);
    const differing = [...told].filter(([, differences]) => differences.length > 0);
    expect(differing.map(([place, differences]) => [inputs.get(place), ...differences].join('\n'))).toEqual(
      [],
    );
  });
});
