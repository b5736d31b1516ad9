import { expect, test } from 'vitest';
import { redcarpetAnchor } from '../../../../docs-src/engine/markdown/redcarpet-anchor.ts';

// Each as `Redcarpet::Render::HTML.new(with_toc_data: true)` of Redcarpet 3.5.1 prints it.
test.each([
  ['Get All Kittens', 'get-all-kittens'],
  ['What&#39;s &quot;new&quot; &amp; <b>bold</b>', 'whats-new-bold'],
  ['<code>GET /users/{id}</code>', 'get-users-id'],
  ['GET /v1/x?y=1&amp;z=2 !', 'get-v1-x-y-1z-2'],
  ['Été &amp; Co', 't-co'],
  ['Größe', 'gr-e'],
  ['API 接口', 'api'],
  ['a_b c.d--e', 'a_b-c-d-e'],
  ['--a--', 'a'],
  ['&copy; 2020', '2020'],
  ['&amp;copy', 'copy'],
  ['<user_id> here', 'here'],
  ['a&lt;b', 'ab'],
  ['検索', 'part-6542c52b1a8'],
  ['é', 'part-598411'],
  ['???', 'part-b87c742'],
  ['&amp;', 'part-310ae5b264'],
  ['<b></b>', 'part-d0a5f783130c'],
  ['Привет', 'part-1d5afff6b9600d67'],
])('an anchor of Redcarpet itself is that of its letters: %j', (given, want) => {
  expect(redcarpetAnchor(given)).toBe(want);
});
