import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';

async function start(document: string): Promise<MockServer> {
  return createMockServer({ document: packageFile(`test/documents/${document}.yaml`), port: 0 });
}

let mock: MockServer;
let keyed: MockServer;
beforeAll(async () => {
  mock = await start('same-name');
  keyed = await start('keys-as-parameters');
});
afterAll(() => Promise.all([mock.close(), keyed.close()]));

type Problem = { readonly where: string; readonly name: string; readonly code: string };

async function problemsOf(target: string, headers: Record<string, string> = {}): Promise<readonly unknown[]> {
  const reply = await mock.fetch(`http://mock${target}`, { headers });
  if (reply.status === 200) return [];
  const { errors } = (await reply.json()) as { errors: readonly Problem[] };
  return errors.map(({ where, name, code }) => [where, name, code]);
}

const wrongOrder = ['query', 'min', 'wrong-order'];

describe('parameters of one name are told apart by their places:', () => {
  it.each([
    ['a rule is about the query', '/a/1?min=5&max=2', {}, [wrongOrder]],
    ['whatever the header holds', '/a/1?min=5&max=2', { min: '1' }, [wrongOrder]],
    [
      'even where that is wrong itself',
      '/a/1?min=5&max=2',
      { min: 'x' },
      [['header', 'min', 'wrong-type'], wrongOrder],
    ],
    ['the header is bound by no rule', '/a/1?min=1&max=2', { min: '9' }, []],
    ['the header stands in for nothing', '/a/1?max=2', { min: '9' }, []],
    ['each is checked by itself', '/a/1?id=x', {}, [['query', 'id', 'wrong-type']]],
    ['in the path, too', '/a/x?id=1', {}, [['path', 'id', 'wrong-type']]],
  ])('%s', async (_, target, headers, want) => {
    const problems = await problemsOf(target, headers);
    expect(new Set(problems)).toEqual(new Set(want));
  });
});

describe('a key that is a parameter, too, is one thing:', () => {
  const status = async (target: string, headers: Record<string, string> = {}) =>
    (await keyed.fetch(`http://mock${target}`, { headers })).status;

  it.each([
    ['without it the request has no key', '/boards/1?token=a', {}, 401],
    ['as a parameter it is not judged', '/boards/1?key=short&token=a', {}, 200],
    ['a header in another letter case', '/other', { 'x-KEY': 'a' }, 200],
    ['that header is missing', '/other', {}, 401],
    ['where no key is needed, it is a parameter', '/open', {}, 400],
    ['and there it is sent as one', '/open?key=a', {}, 200],
  ])('%s', async (_, target, headers, want) => {
    expect(await status(target, headers)).toBe(want);
  });

  it('the model has it once', () => {
    const names = keyed.model.operations.map(({ parameters }) =>
      parameters.map(({ in: place, name }) => `${place} ${name}`),
    );
    expect(names).toEqual([['path id', 'header X-KEY', 'query fields'], ['query key'], ['query key']]);
  });
});
