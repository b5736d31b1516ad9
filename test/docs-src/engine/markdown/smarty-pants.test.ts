import { expect, test } from 'vitest';
import { createSmartyPants } from '../../../../docs-src/engine/markdown/smarty-pants.ts';

// Each as `Redcarpet::Render::SmartyPants.render` of Redcarpet 3.5.1 prints it (entities as their signs).
test.each([
  ['<p>"a" \'b\'</p>', '<p>“a” ‘b’</p>'],
  ['<p>&quot;a&quot; &#39;b&#39; ``c``</p>', '<p>“a” ‘b’ “c”</p>'],
  ["<p>Tom’s, isn&#39;t, I'd, you've, dogs' a'b</p>", "<p>Tom’s, isn’t, I’d, you’ve, dogs’ a'b</p>"],
  ["<p>''a''</p>", '<p>“a”</p>'],
  ['<p>"a</p><p>b" c"</p>', '<p>“a</p><p>b” c"</p>'],
  ['<p>a -- b --- c ... . . .</p>', '<p>a – b — c … …</p>'],
  ['<p>(c) (R) (tm) (x)</p>', '<p>© ® ™ (x)</p>'],
  ['<p>1/2 1/4th 3/4ths 11/2 1/23</p>', '<p>½ ¼th ¾ths 11/2 1/23</p>'],
  ['<p>\\"a\\" \\-- \\a</p>', '<p>"a" -- \\a</p>'],
  ['<a title="\'a\'">"b"</a>', '<a title="\'a\'">“b”</a>'],
  ['<p><code>"a" -- b</code> <kbd>\'</kbd> "c"</p>', '<p><code>"a" -- b</code> <kbd>\'</kbd> “c”</p>'],
  ['<pre class="x"><code>"a"\n--</code></pre>"b"', '<pre class="x"><code>"a"\n--</code></pre>“b”'],
])('punctuation is SmartyPants’: %j', (given, want) => {
  expect(createSmartyPants()(given)).toBe(want);
});

test('a quote that one piece opens is closed in the next', () => {
  const print = createSmartyPants();
  expect([print('<p>"a</p>'), print('<p>b"</p>')]).toEqual(['<p>“a</p>', '<p>b”</p>']);
});
