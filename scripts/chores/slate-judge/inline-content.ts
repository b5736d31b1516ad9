import type { DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf, ourAdditions } from './our-additions.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const opaque = new Set(['script', 'style', 'link', 'meta', 'title', 'template', 'noscript', 'base']);

/** Whether an element shows nothing, whatever it holds. */
export function isOpaque(name: string): boolean {
  return opaque.has(name);
}

export function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'tagName' in node;
}

/** Inline nodes as text with tags, white space as a browser shows it. */
export function inlineContent(nodes: readonly Node[], address: string): string {
  let isAfterSpace = true;
  let out = '';
  const add = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      for (const part of node.value.split(/([ \t\n\f\r]+)/)) {
        if (/^[ \t\n\f\r]+$/.test(part)) {
          if (!isAfterSpace) out += ' ';
          isAfterSpace = true;
        } else if (part !== '') {
          out += part.replaceAll('<', '‹').replaceAll('>', '›');
          isAfterSpace = false;
        }
      }
    } else if (isElement(node) && !isOpaque(node.tagName) && !ourAdditions.isLeftOut(node)) {
      const name = ourAdditions.nameOf(node);
      if (name === 'br') {
        out = `${out.replace(/ $/, '')}<br>`;
        isAfterSpace = true;
        return;
      }
      out += `<${name}${attributesOf(node, address)}>`;
      if (name === 'img' || name === 'input') isAfterSpace = false;
      node.childNodes.forEach(add);
      if (name !== 'img' && name !== 'input' && name !== 'wbr') out += `</${name}>`;
    }
  };
  nodes.forEach(add);
  // At the end of a block neither a space is shown nor a line break.
  return out.replace(/ ((?:<\/\w+>)*)$/, '$1').replace(/<br>$/, '');
}

const compared = ['href', 'src', 'id', 'name', 'alt', 'title'];

function attributesOf(element: Element, address: string): string {
  const classes = ourAdditions.nameOf(element) === 'code' ? [] : ourAdditions.classesOf(element);
  const values = compared.flatMap((name) => {
    const value = attributeOf(element, name);
    if (value === undefined || (value === '' && name !== 'href')) return [];
    return [` ${name}="${name === 'href' || name === 'src' ? resolved(value, address) : value}"`];
  });
  return `${classes.length === 0 ? '' : ` class="${classes.toSorted().join(' ')}"`}${values.join('')}`;
}

const origin = 'https://slate.invalid/';

/** Where an address of a page leads, in one spelling. */
function resolved(value: string, address: string): string {
  const url = URL.parse(value, origin + address);
  // What leads nowhere is compared as it is written.
  if (url === null) return value.trim().replaceAll('%20', ' ');
  return url.href.startsWith(origin) ? url.href.slice(origin.length - 1) : url.href;
}
