import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { acceptsValue } from '../../../openapi/model/schema/compile-schema.ts';
import { configSchema, readConfig } from '../../../scripts/config/read-config.ts';

const schema = configSchema();

describe('a configuration', () => {
  it('may be empty', () => {
    expect(readConfig(null, '/kit.yaml')).toEqual({
      api: {},
      commands: { mock: {}, docs: {}, contract: {}, judge: {}, proxy: {}, types: {}, draft: {} },
    });
  });

  it('has paths that are relative to it, and addresses that are not', () => {
    const config = {
      document: 'api/openapi.yaml',
      plans: '../plans.yaml',
      docs: { out: 'site', logo: '/logo.svg' },
    };
    expect(readConfig(config, '/home-of/project/kit.yaml')).toMatchObject({
      api: { document: '/home-of/project/api/openapi.yaml', plans: '/home-of/plans.yaml' },
      commands: { docs: { out: '/home-of/project/site', logo: '/logo.svg' } },
    });
    const remote = { document: 'https://api.example/openapi.yaml' };
    expect(readConfig(remote, '/project/kit.yaml').api).toEqual(remote);
  });

  it('has plans in few words, which remember their file', () => {
    const plans = { free: { rate: '10/s', closed: ['exportReport'] } };
    expect(readConfig({ plans }, '/project/kit.yaml').api).toEqual({
      plans: { plans, file: '/project/kit.yaml' },
    });
  });

  it('may hold handlers itself, where it is a module', () => {
    const handlers = { getBook: () => ({}) };
    expect(readConfig({ handlers }, '/kit.js').api).toEqual({ handlers });
  });

  it.each<{ given: JsonValue; want: string; isSchemaBlind?: true }>([
    { given: { prot: 1 }, want: '#/prot: "prot" is not known here; there are $schema, document, plans,' },
    { given: { documnt: 'x' }, want: '#/documnt: "documnt" is not known here; did you mean "document"?' },
    { given: { port: 1 }, want: '#/port: "port" is not known here' },
    { given: { mock: { prot: 1 } }, want: '#/mock/prot: "prot" is not known here; did you mean "port"?' },
    { given: { mock: { 'base-url': 'x' } }, want: '#/mock/base-url: "base-url" is not known here' },
    {
      given: { docs: { 'base-url': 'x' } },
      want: '#/docs/base-url: "base-url" is not known here; did you mean "baseUrl"?',
    },
    {
      given: { mock: { port: '4010' } },
      want: '#/mock/port: must be a whole number from 0 (any free port) to 65535; it is "4010"',
    },
    { given: { mock: { port: 65_536 } }, want: '#/mock/port: must be a whole number' },
    { given: { mock: { host: [] } }, want: '#/mock/host: must be a list' },
    { given: { mock: { host: ['::1', 7] } }, want: '#/mock/host/1: must be an address of this machine' },
    {
      given: { mock: { gateway: 'azure' } },
      want: '#/mock/gateway: must be "documented" or "aws"; it is "azure"',
    },
    { given: { mock: { admin: 'no' } }, want: '#/mock/admin: must be true or false; it is "no"' },
    { given: { mock: [] }, want: '#/mock: must be the options of api-kit mock; it is []' },
    {
      given: { document: 7 },
      want: '#/document: must be the path or address of an OpenAPI document; it is 7',
    },
    { given: { docs: { baseUrl: 'example.com' } }, want: '#/docs/baseUrl: must be a whole address like' },
    { given: { docs: { tryIt: 'v2' } }, want: '#/docs/tryIt: must be a whole address like' },
    { given: { docs: { colors: { 'nav-bg': 7 } } }, want: '#/docs/colors: must be colours by their names' },
    {
      given: { contract: { rate: 0 } },
      want: '#/contract/rate: must be a whole number of calls above 0; it is 0',
    },
    { given: { contract: { only: [''] } }, want: '#/contract/only/0: must be an operationId; it is ""' },
    {
      given: { plans: ['free'] },
      want: '#/plans: must be the path of an SLA4OAI file, or plans by their ids',
    },
    {
      given: { plans: { free: { rate: 'ten' } } },
      want: '#/plans/free/rate: must be a number of calls above 0',
    },
    {
      given: { plans: { free: { rate: '0/s' } } },
      want: '#/plans/free/rate: must be a number of calls above 0',
      isSchemaBlind: true,
    },
    {
      given: { plans: { free: { cloesd: [] } } },
      want: '#/plans/free/cloesd: "cloesd" is not known here; did you mean "closed"?',
    },
    { given: { keys: [{ plan: 'free' }] }, want: '#/keys/0: needs "key"' },
    {
      given: { keys: [{ key: 'a', state: 'quota spent' }] },
      want: '#/keys/0/state: must be "revoked" or "quota-spent" or',
    },
    {
      given: { keys: [{ key: 'a', state: { callsleft: 1 } }] },
      want: '#/keys/0/state/callsleft: "callsleft" is not known here; did you mean "callsLeft"?',
    },
    { given: { keys: [{ key: 'a', state: 7 }] }, want: '#/keys/0/state: must be "revoked"' },
    { given: { errors: {} }, want: '#/errors: needs "body"' },
    {
      given: { errors: { body: { text: '{mesage}' } } },
      want: '#/errors: "{mesage}" stands for nothing; did you mean "{message}"?',
      isSchemaBlind: true,
    },
    {
      given: { handlers: true },
      want: '#/handlers: must be the path of a module, or functions by operationId',
    },
    { given: 'mock', want: '#: must be an object of options; it is "mock"' },
  ])('that can not be meant is refused: $given', ({ given, want, isSchemaBlind = false }) => {
    expect(() => readConfig(given, '/kit.yaml')).toThrow(`/kit.yaml${want}`);
    expect(acceptsValue(schema, given)).toBe(isSchemaBlind);
  });

  it('is told of everything that is wrong at once', () => {
    expect(() => readConfig({ documnt: 1, mock: { port: -1, seed: 0.5 } }, '/kit.yaml', 'kit.yaml')).toThrow(
      /^The configuration can't be used:\n {2}kit\.yaml#\/documnt: .*\n {2}kit\.yaml#\/mock\/port: .*\n {2}kit\.yaml#\/mock\/seed: .*$/,
    );
  });
});
