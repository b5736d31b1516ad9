import { lastAbove } from './last-above.ts';
import { textNodesOf } from './text-nodes.ts';

/** Marks what `find` finds in the text of an element by a highlight of the browser: the page's elements stay as they are. */
export function markText(
  name: string,
  element: Element | null | undefined,
  find: (text: string) => readonly (readonly [start: number, end: number])[],
): void {
  if (typeof CSS !== 'object' || !('highlights' in CSS)) return;
  CSS.highlights.delete(name);
  if (!element) return;
  const nodes: { readonly node: Node; readonly start: number }[] = [];
  let text = '';
  for (const node of textNodesOf(element)) {
    nodes.push({ node, start: text.length });
    text += node.nodeValue ?? '';
  }
  const nodeAt = (offset: number) =>
    nodes[lastAbove(nodes.length, (at) => (nodes[at]?.start ?? 0) <= offset)];
  const ranges = find(text).map(([start, end]) => {
    const range = new Range();
    const [first, last] = [nodeAt(start), nodeAt(end - 1)];
    if (first !== undefined) range.setStart(first.node, start - first.start);
    if (last !== undefined) range.setEnd(last.node, end - last.start);
    return range;
  });
  CSS.highlights.set(name, new Highlight(...ranges));
}
