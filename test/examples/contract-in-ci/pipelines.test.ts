import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { commandOptions } from '../../../scripts/config/options.ts';

const read = (name: string) => parse(readFileSync(path.join(import.meta.dirname, name), 'utf8'));

it('the lines for GitHub are steps, one of which runs the command with the key from a secret', () => {
  expect(read('github-steps.yaml')).toEqual([
    { uses: expect.stringMatching(/^actions\/checkout@/) },
    {
      run: expect.stringMatching(/^npx inokufu-api-kit contract /),
      env: { API_KIT_KEY: expect.stringContaining('secrets.API_KIT_KEY') },
    },
  ]);
});

it('the lines for GitLab are a job that keeps the JUnit file that it writes, whatever comes of it', () => {
  const { contract } = read('gitlab-job.yaml');
  const file = / --junit (\S+)/.exec(contract.script)?.[1];
  expect(contract.artifacts).toEqual({ when: 'always', reports: { junit: file } });
});

it.each(['github-steps.yaml', 'gitlab-job.yaml'])('%s gives no option that the command lacks', (name) => {
  const flags = [...JSON.stringify(read(name)).matchAll(/ --([a-z-]+)/g)].map(([, flag]) => flag);
  const known = Object.keys(commandOptions.contract);
  expect(flags.length).toBeGreaterThan(0);
  expect(flags.filter((flag) => !known.includes(flag ?? ''))).toEqual([]);
});
