import { expect, test } from 'vitest';
import { withImagePaths } from '../../../../docs-src/engine/source/image-paths.ts';

const files = new Map(['images/cat.png', 'images/two words.png', 'guides/own.png'].map((name) => [name, '']));

test.each([
  ['index.html', 'images/cat.png', 'images/cat.png'],
  ['index.html', '/images/cat.png', 'images/cat.png'],
  ['index.html', '../images/cat.png', 'images/cat.png'],
  ['index.html', 'cat.png', 'images/cat.png'],
  ['index.html', 'images/two%20words.png', 'images/two%20words.png'],
  ['index.html', '/images/cat.png?v=2', 'images/cat.png'],
  ['guides/cats.html', 'own.png', 'own.png'],
  ['guides/cats.html', '../images/cat.png', '../images/cat.png'],
  ['guides/cats.html', 'images/cat.png', '../images/cat.png'],
  ['index.html', 'https://example.com/cat.png', 'https://example.com/cat.png'],
  ['index.html', 'data:image/png;base64,AA', 'data:image/png;base64,AA'],
])('on %s the image %s is %s', (page, source, want) => {
  const missing: string[] = [];
  const html = withImagePaths(`<img alt="" src="${source}">`, page, files, (image) => missing.push(image));
  expect(html).toBe(`<img alt="" src="${want}">`);
  expect(missing).toEqual([]);
});

test('an image that is no file stays as it is and is named', () => {
  const missing: string[] = [];
  const html = "<img src='gone.png'>";
  expect(withImagePaths(html, 'index.html', files, (image) => missing.push(image))).toBe(html);
  expect(missing).toEqual(['gone.png']);
});
