import { expect, test } from 'vitest';
import { menuOf } from '../../../../docs-src/engine/outline/menu.ts';
import type { Placement } from '../../../../docs-src/engine/outline/outline.ts';
import { toyOperation } from '../views/toy-model.ts';

const headingOf = (level: 1 | 2 | 3, title: string) => ({
  level,
  id: title.toLowerCase(),
  anchors: [],
  title,
  titleHtml: `<a id="x" href="#">${title}</a>`,
});
const heading = (level: 1 | 2 | 3, title: string, group?: string): Placement => ({
  kind: 'heading',
  heading: headingOf(level, title),
  group,
  operation: undefined,
});
const operation = await toyOperation({ deprecated: true });
const operationPlacement = (title: string): Placement => ({
  kind: 'operation',
  operation,
  heading: headingOf(2, title),
  isIncoming: false,
});

/** The menu in a line an entry: `[Group] Title address METHOD`. */
function told(placements: readonly Placement[]): string[] {
  const hrefOf = (id: string, operationId: string | undefined) => `${operationId ?? ''}#${id}`;
  const lineOf = (entry: ReturnType<typeof menuOf>[number]) => {
    const { group, titleHtml, href, method, isDeprecated, isCurrent } = entry;
    const marks = [isDeprecated ? 'deprecated' : '', isCurrent ? 'current' : ''];
    return [group === undefined ? '' : `[${group}]`, titleHtml, href, method ?? '', ...marks]
      .filter((text) => text !== '')
      .join(' ');
  };
  return menuOf(placements, hrefOf).flatMap((entry) => [
    lineOf(entry),
    ...entry.children.map((child) => `  ${lineOf(child)}`),
  ]);
}

test.each([
  {
    rule: 'h1s, and under each its h2s',
    given: [heading(1, 'A'), heading(2, 'B'), heading(3, 'C'), heading(1, 'D')],
    want: ['A #a', '  B #b', 'D #d'],
  },
  {
    rule: 'an h2 that no h1 is above',
    given: [heading(2, 'B'), heading(1, 'A'), heading(2, 'C')],
    want: ['B #b', 'A #a', '  C #c'],
  },
  {
    rule: 'headings that a writer wrote as tags, if they have an id',
    given: [
      {
        kind: 'html' as const,
        html: '<h1 id="a">A <b id="i">b</b></h1><h2 id="c">C</h2><h2>D</h2><h3 id="e">E</h3><h1 id="f">F</h1>',
        markdown: '',
      },
    ],
    want: ['A <b>b</b> #a', '  C #c', 'F #f'],
  },
  {
    rule: 'where a group begins and ends',
    given: [
      heading(1, 'A'),
      heading(1, 'B', 'G'),
      heading(2, 'C', 'G'),
      heading(1, 'D', 'G'),
      heading(1, 'E'),
    ],
    want: ['A #a', '[G] B #b', '  C #c', 'D #d', '[] E #e'],
  },
  {
    rule: 'operations that have a heading, with what they are',
    given: [
      heading(1, 'A'),
      operationPlacement('B'),
      { kind: 'operation' as const, operation, heading: undefined, isIncoming: false },
      { kind: 'about' as const },
    ],
    want: ['A #a', '  B toy#b GET deprecated'],
  },
])('the menu has $rule', ({ given, want }) => {
  expect(told(given)).toEqual(want);
});
