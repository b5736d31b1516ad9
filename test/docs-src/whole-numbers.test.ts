import { describe, expect, it } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';
import { packageFile } from '../../openapi/model/package-root.ts';

const files = await buildSite({
  document: packageFile('test/documents/whole-numbers.yaml'),
  tryItServers: ['/'],
});
const textOf = (file: string) => String(files.get(file));

describe('a whole number beyond 2^53 stands to the digit in', () => {
  it.each([
    ['index.html', ['1253261109769874438', '9007199254740993', '9007199254740995', '9223372036854775807']],
    ['index.md', ['1253261109769874438', '9007199254740993', '9223372036854775807']],
    ['openapi.json', ['"example": 1253261109769874438', '"maximum": 9223372036854775807']],
    ['openapi.yaml', ['example: 1253261109769874438', 'maximum: 9223372036854775807']],
    ['postman-collection.json', ['9007199254740993']],
  ])('%s', (file, numbers) => {
    for (const number of numbers) expect(textOf(file)).toContain(number);
  });

  it.each(['html', 'md', 'json', 'yaml', 'js', 'txt'])('every .%s, and as no other number', (type) => {
    const texts = [...files].filter(([name]) => name.endsWith(`.${type}`)).map(([, text]) => String(text));
    expect(texts.length).toBeGreaterThan(0);
    expect(
      texts.filter((text) => /9007199254740992|92233720368547758(08|10)|12532611097698744(00|32)/.test(text)),
    ).toEqual([]);
  });
});
