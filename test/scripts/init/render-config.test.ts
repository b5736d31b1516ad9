import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readModel } from '../../../openapi/model/read-model.ts';
import { renderConfig } from '../../../scripts/commands/init/render-config.ts';
import { readConfig } from '../../../scripts/config/read-config.ts';

/** Takes the # from every line that is YAML: from `# name:` and from what stands below it. */
function withoutHashes(text: string): string {
  return text.replace(/^# ((\w+:)(?! \$schema)( \S*)?$| {2}.*)/gm, '$1');
}

describe('a configuration to start from', () => {
  it.each([
    { document: 'test/documents/lending-library.yaml', plan: 'free', closed: ['borrowBook'] },
    { document: 'test/documents/mock-shop.yaml', plan: 'small', closed: ['securedOptionally'] },
  ])('has examples of $document, which can be taken as they are', async ({ document, plan, closed }) => {
    const text = renderConfig(document, await readModel({ document, strict: true }));
    expect(readConfig(parse(text), '/kit.yaml').api).toEqual({ document: `/${document}` });
    const whole = parse(withoutHashes(text));
    expect(() => readConfig(whole, '/kit.yaml')).not.toThrow();
    expect(whole.keys[0].plan).toBe(plan);
    expect(whole.plans[plan].closed).toEqual(closed);
    expect(Object.keys(whole)).toEqual([
      'document',
      'plans',
      'keys',
      'errors',
      'handlers',
      'mock',
      'docs',
      'contract',
      'judge',
      'proxy',
      'types',
      'draft',
    ]);
    expect(whole.mock).toMatchObject({ port: 4010, admin: true });
  });

  it("is of Inokufu's own without a document", () => {
    const text = renderConfig(undefined, undefined);
    expect(parse(text)).toBeNull();
    expect(parse(withoutHashes(text))).toMatchObject({ document: 'openapi.yaml', keys: [{ plan: 'free' }] });
  });
});
