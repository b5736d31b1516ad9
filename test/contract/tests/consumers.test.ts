import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import { findRequest } from '../../../openapi/operations/judge/judge.ts';
import { findingsOfRequest, judgeRequest } from '../../../openapi/operations/judge/judge-request.ts';
import { encodePairs } from '../../../openapi/operations/wire/query-pairs.ts';
import { judgeCalls } from '../contract-testing.ts';

/** A file of test/contract/consumers. */
interface Consumer {
  readonly repository: string;
  readonly commit: string;
  readonly file: string;
  readonly server: string;
  readonly keyHeader: string;
  readonly interactions: readonly {
    readonly method: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, string | number>>;
  }[];
}

const folder = packageFile('test/contract/consumers');
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const consumers = new Map(
  files.map((file) => [
    file.replace('.yaml', ''),
    parse(readFileSync(`${folder}/${file}`, 'utf8')) as Consumer, // Written beside this test.
  ]),
);

let model: ApiModel;
beforeAll(async () => {
  model = await readModel({ document: packageFile('openapi/generated/openapi.json'), strict: true });
});

function requestsOf(name: string) {
  const { server = '', keyHeader = '', interactions = [] } = consumers.get(name) ?? {};
  return interactions.map(({ method, path, query = {} }) => {
    const pairs = Object.entries(query).map(([name, value]) => ({ name, value: String(value) }));
    return { method, url: `${server}${path}?${encodePairs(pairs)}`, headers: { [keyHeader]: 'a-key' } };
  });
}

const judged = [
  { consumer: 'cozy-reorientation', findings: [] },
  { consumer: 'cozy-bilanorientation', findings: [] },
  { consumer: 'synt-doctrina', findings: ['missing type', 'missing bloom', 'missing-key'] },
  { consumer: 'api-documentation', findings: ['missing bloom', 'missing model'] },
];
const otherVersion = ['moodle-local-inokufu', 'moodle-repository-inokufu'];

it.each(judged)(
  'says of each call of $consumer what is wrong by name: $findings',
  ({ consumer, findings }) => {
    const requests = requestsOf(consumer);
    expect(requests.length).toBeGreaterThan(0);
    for (const request of requests) {
      const known = findRequest(request, model);
      if ('finding' in known) throw new Error(known.finding.message);
      const found = findingsOfRequest(
        known.operation,
        known.request,
        judgeRequest(known.operation, known.request, model),
      );
      expect(found.map(({ code, name }) => (name === undefined ? code : `${code} ${name}`))).toEqual(
        findings,
      );
    }
  },
);

it.each(otherVersion)('says one sentence of all calls of %s', async (consumer) => {
  const requests = requestsOf(consumer);
  const judge = await judgeCalls({ targets: [consumers.get(consumer)?.server ?? ''] });
  for (const request of requests) {
    const reply = { status: 200, headers: { 'content-type': 'application/json' }, body: '[]' };
    judge.see({ place: request.url, leftOut: [], request, reply });
  }
  const { findings } = judge.report();
  expect(findings.map(({ code, calls }) => [code, calls])).toEqual([['other-version', requests.length]]);
});

it('has a judgement of every consumer, and the place where each was seen', () => {
  expect([...judged.map(({ consumer }) => consumer), ...otherVersion].sort()).toEqual(
    [...consumers.keys()].sort(),
  );
  for (const { repository, commit, file } of consumers.values())
    expect(`${repository}/blob/${commit}/${file}`).toMatch(
      /^https:\/\/github\.com\/[\w-]+\/[\w-]+\/blob\/[0-9a-f]{40}\/\S+$/,
    );
});
