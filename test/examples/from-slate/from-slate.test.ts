import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { runApiKit } from '../../scripts/run-command.ts';

const guide = readFileSync(packageFile('docs-src/manual/from-slate.md'), 'utf8');
const workflow = parse(readFileSync(path.join(import.meta.dirname, 'github-pages.yaml'), 'utf8'));
const steps: readonly Readonly<Record<string, unknown>>[] = workflow.jobs.publish.steps;

/** What an `npx inokufu-api-kit` line gives the command. */
const wordsOf = (line: string) => /^npx inokufu-api-kit ([^#]*)/.exec(line)?.[1]?.trim().split(/\s+/);
const commandsOf = (lines: readonly string[]) =>
  lines.flatMap((line) => [wordsOf(line) ?? []]).filter((words) => words.length > 0);

let project: string;
beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'from-slate-'));
  cpSync(packageFile('test/examples/slate-source'), project, { recursive: true });
  cpSync(path.join(import.meta.dirname, 'published.html'), path.join(project, 'published.html'));
});
afterAll(() => rmSync(project, { recursive: true }));

it('every command of the guide ends well in a Slate project, and the site has nothing to name', async () => {
  const commands = commandsOf(guide.split('\n'));
  expect(commands.filter(([name]) => name === 'docs').length).toBeGreaterThan(1);
  for (const words of commands) {
    const { code, stderr } = await runApiKit(words, {}, project);
    expect(code, words.join(' ')).toBe(0);
    if (words[0] === 'docs') expect(stderr, words.join(' ')).toBe('');
  }
  const page = readFileSync(path.join(project, 'site/index.html'), 'utf8');
  expect(page).toContain('<h2 id="get-all-kittens"><a id="kittens-get-all-kittens"></a>');
});

it('the workflow builds with a command that runs, and publishes the folder that it writes', async () => {
  const commands = commandsOf(steps.map(({ run }) => String(run)));
  expect(commands).toHaveLength(1);
  for (const words of commands) expect(await runApiKit(words, {}, project)).toMatchObject({ code: 0 });
  expect(commands[0]).toEqual(expect.arrayContaining(['--out', 'site']));
  expect(steps.find(({ uses }) => String(uses).startsWith('actions/upload-pages-artifact@'))).toMatchObject({
    with: { path: 'site' },
  });
});

it('the workflow may publish: GitHub wants these rights, this environment and the page that was deployed', () => {
  const deployed = steps.find(({ uses }) => String(uses).startsWith('actions/deploy-pages@'));
  expect(workflow).toMatchObject({
    on: { push: { branches: ['main'] } },
    permissions: { contents: 'read', pages: 'write', 'id-token': 'write' },
    jobs: {
      publish: {
        environment: { name: 'github-pages', url: `\${{ steps.${deployed?.id}.outputs.page_url }}` },
      },
    },
  });
});
