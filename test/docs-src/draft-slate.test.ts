import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { draftSlate } from '../../docs-src/draft-slate.ts';
import { createMockServer } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { runRedocly } from '../../scripts/commands/diff/run-redocly.ts';

describe('the brief', () => {
  let folder: string;
  const { yaml = '', unclear, summary } = draftSlate(packageFile('test/brief/brief.md'));
  const document = parse(yaml);

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'draft-'));
    writeFileSync(path.join(folder, 'openapi.yaml'), yaml);
    writeFileSync(path.join(folder, 'redocly.yaml'), 'telemetry: off\nextends: [recommended]\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has its documented paths below its server', () => {
    expect(document.servers).toEqual([{ url: 'https://api.inokufu.com/learningobject/v2' }]);
    expect(Object.keys(document.paths)).toEqual(['/provider', '/type', '/lang', '/bloom', '/search']);
    expect(summary).toBe('5 of 5 lines like "GET /path" became operations (100 %); the draft has 5.');
  });

  it('has all 16 parameters of the search, with those that are required', () => {
    const parameters: readonly { name: string; in: string; required?: true }[] =
      document.paths['/search'].get.parameters;
    const names = (wanted: boolean) =>
      parameters
        .filter((parameter) => parameter.in === 'query' && (parameter.required ?? false) === wanted)
        .map(({ name }) => name);
    expect(names(true)).toEqual(['lang', 'model', 'type', 'bloom', 'max']);
    expect(names(false)).toEqual([
      ...[
        'learningTimeMax',
        'provider',
        'ageMax',
        'keywords',
        'levelMin',
        'sort',
        'noteMin',
        'ageMin',
        'page',
        'levelMax',
      ],
      'learningTimeMin',
    ]);
  });

  it('needs its key where the page says so', () => {
    expect(document.security).toEqual([{ 'x-api-key': [] }]);
    expect([document.paths['/type'].get.security, document.paths['/search'].get.security]).toEqual([
      [],
      undefined,
    ]);
  });

  it('keeps what it answers, and describes the fields of its table', () => {
    const contentOf = (name: string) => document.paths[name].get.responses[200].content['application/json'];
    expect(contentOf('/type').example).toHaveLength(4);
    expect(contentOf('/search').schema.properties).toEqual({
      title: { description: 'Title of the LO.' },
      url: { description: 'Link to the LO webpage.' },
    });
  });

  it('tells where the page loses a reply', () => {
    expect(unclear).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('holds the start of another one') }),
    );
  });

  it('has no error for Redocly', async () => {
    const { stdout } = await runRedocly(folder, ['lint', 'openapi.yaml', '--format', 'json']);
    const { problems } = JSON.parse(stdout) as { problems: readonly { severity: string }[] };
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is served', async () => {
    await using mock = await createMockServer({ document: path.join(folder, 'openapi.yaml'), listen: false });
    const query = 'lang=en&model=strict&type=video&bloom=do&max=2';
    const get = (address: string) =>
      mock.fetch(`https://api.inokufu.com/learningobject/v2${address}`, { headers: { 'x-api-key': 'any' } });
    const replies = [await get('/type'), await get(`/search?${query}`), await get('/search')];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 400]);
  });
});

it('says that there is nothing to draft', () => {
  const { yaml, summary } = draftSlate(packageFile('CONTRIBUTING.md'));
  expect([yaml, summary]).toEqual([
    undefined,
    'there is nothing to draft: no line like "GET /path", and no curl command with an address.',
  ]);
});
