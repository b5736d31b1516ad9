import { describe, expect, test } from 'vitest';
import { codeText } from '../../../../docs-src/engine/markdown/markdown-of-html.ts';
import { colourSample } from '../../../../docs-src/engine/samples/colour-sample.ts';
import { sampleLanguages } from '../../../../docs-src/engine/samples/index.ts';
import { nastyRequests } from './nasty-requests.ts';

describe.each(sampleLanguages.map((language) => [language.id, language] as const))(
  'colours of %s',
  (_id, language) => {
    test.each(Object.entries(nastyRequests))('keep every character of %s', (_name, request) => {
      const code = language.print(request);
      expect(codeText(colourSample(code, language.lexer) ?? '')).toBe(code);
    });
  },
);

test.each([
  ['shell', "curl --get 'it'\\''s'", `<b>curl</b> <b>--get</b> <i>'it'\\''s'</i>`],
  ['python', 'x("a", None, 3)', '<i class="t">x</i>(<i>"a"</i>, <i class="k">None</i>, <i class="n">3</i>)'],
  ['php', "<?php f('a\\'b');", `<i class="k">&lt;?php</i> <i class="t">f</i>(<i>'a\\'b'</i>);`],
  ['javascript', 'await f("<b>");', '<i class="k">await</i> <i class="t">f</i>(<i>"&lt;b&gt;"</i>);'],
])('a line of %s has its words coloured', (lexer, given, want) => {
  expect(colourSample(given, lexer)).toBe(want);
});

test('a language without a grammar is left to the highlighter', () => {
  expect(colourSample('puts 1', 'ruby')).toBe(undefined);
});
