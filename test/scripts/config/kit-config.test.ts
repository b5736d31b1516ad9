import { expect, it } from 'vitest';
import { defineConfig, type KitConfig } from '../../../mock/server.ts';

it('gives a configuration its type, and changes nothing', () => {
  const config: KitConfig = {
    document: 'openapi.yaml',
    plans: { free: { rate: '10/s', quota: '500/month', closed: ['exportReport'] } },
    keys: [{ key: 'gone', plan: 'free', state: 'revoked' }],
    errors: { body: { error: '{message}' } },
    mock: { port: 8080, host: '0.0.0.0' },
  };
  expect(defineConfig(config)).toBe(config);
});

it('refuses what is no option', () => {
  // @ts-expect-error: the port is the mock's
  defineConfig({ port: 8080 });
  // @ts-expect-error: there is no such gateway
  defineConfig({ mock: { gateway: 'azure' } });
  // @ts-expect-error: a key has a name
  defineConfig({ keys: [{ plan: 'free' }] });
});
