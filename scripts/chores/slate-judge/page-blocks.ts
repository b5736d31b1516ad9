import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { inlineContent, isElement, isOpaque } from './inline-content.ts';
import { attributeOf, ourAdditions } from './our-additions.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** One thing of a page that a reader sees as one: a heading, a paragraph, the start of a list, a row of a table. */
export interface Block {
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'text'
    | 'list'
    | 'item'
    | 'table'
    | 'row'
    | 'code'
    | 'quote'
    | 'aside'
    | 'rule'
    | 'element';
  /** What it says, with its inline markup; of code the code, of an element its name, of a heading its level too. */
  readonly content: string;
  /** Of a heading, or of an element that has one. */
  readonly id: string;
  /** Of code: the language whose tab shows it; empty: always shown. */
  readonly tab: string;
  /** The elements around it, outermost first: `aside.notice > ul > li`. */
  readonly within: string;
  /** Which of the page's texts it comes from; -1 where that is not known. */
  readonly textIndex: number;
}

export interface PageBlocksOptions {
  /** The page's address, to which its links are relative: `guides/cats.html`. */
  readonly address: string;
  /** Names of the tabs that readers can choose; another's code is always shown. */
  readonly tabs: readonly string[];
  /** Ends marks that are never closed (`<code>` without its end) with their block: a browser draws them over all that follows. */
  readonly isRepaired?: boolean;
}

const headings = /^h[1-6]$/;
const inlineNames = new Set(
  (
    'a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark nobr ' +
    'object output q rp rt ruby s samp select small span strike strong sub sup svg time tt u var wbr'
  ).split(' '),
);
/** Elements that a browser opens again in the next block where they were not closed. */
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
const textMark = 'slate-judge text ';

/** Joins the texts of a page as a layout does, each marked with its number. */
export function joinTexts(texts: readonly string[]): string {
  return texts.map((html, index) => `<!--${textMark}${index}-->${html}`).join('\n');
}

/** Reads what stands in a page's content as a browser does, in order. */
export function pageBlocks(html: string, options: PageBlocksOptions): Block[] {
  const page = parse(
    `<!DOCTYPE html><body><div class="page-wrapper"><div class="content">${html}</div></div></body>`,
    { sourceCodeLocationInfo: true },
  );
  if (options.isRepaired === true) dropUnclosed(page, new Set());
  const walker = new PageWalker(options);
  walker.walk(page.childNodes, []);
  walker.flush([]);
  return walker.blocks;
}

/** Walks through elements; inline content is gathered until the next block begins. */
class PageWalker {
  readonly blocks: Block[] = [];
  private readonly options: PageBlocksOptions;
  private inline: Node[] = [];
  private kindOfText: Block['kind'] = 'text';
  private textIndex = -1;

  constructor(options: PageBlocksOptions) {
    this.options = options;
  }

  walk(nodes: readonly Node[], within: readonly string[]): void {
    for (const node of nodes) {
      if (node.nodeName === '#comment' && 'data' in node) this.readMark(node.data);
      else if (isElement(node)) this.walkElement(node, within);
      else if (node.nodeName === '#text') this.inline.push(node);
    }
  }

  /** Makes a block of the inline content that has come together. */
  flush(within: readonly string[]): void {
    const content = inlineContent(this.inline, this.options.address);
    const kind = this.kindOfText;
    this.inline = [];
    // An empty item is one; empty text is none.
    if (content !== '' || kind === 'item') this.push(kind, content, within);
    this.kindOfText = 'text';
  }

  private readMark(comment: string): void {
    if (comment.startsWith(textMark)) this.textIndex = Number(comment.slice(textMark.length));
  }

  private push(
    kind: Block['kind'],
    content: string,
    within: readonly string[],
    more: { readonly id?: string; readonly tab?: string } = {},
  ): void {
    const { id = '', tab = '' } = more;
    this.blocks.push({ kind, content, id, tab, within: within.join(' > '), textIndex: this.textIndex });
  }

  private walkElement(element: Element, within: readonly string[]): void {
    const name = ourAdditions.nameOf(element);
    if (isOpaque(name) || ourAdditions.isLeftOut(element)) return;
    if (['html', 'head', 'body'].includes(name)) {
      this.walk(element.childNodes, within);
    } else if (inlineNames.has(name) && !hasBlocks(element)) {
      this.inline.push(element);
    } else {
      this.flush(within);
      if (ourAdditions.isTransparent(element)) this.walk(element.childNodes, within);
      else this.walkBlock(element, name, within);
      this.flush(within);
    }
  }

  private walkBlock(element: Element, name: string, within: readonly string[]): void {
    const { address } = this.options;
    const id = attributeOf(element, 'id') ?? '';
    const inside = [...within, label(element, name)];
    if (headings.test(name)) {
      this.push('heading', `${name} ${inlineContent(element.childNodes, address)}`, within, { id });
    } else if (name === 'p') {
      this.kindOfText = 'paragraph';
      this.walk(element.childNodes, within);
    } else if (name === 'li') {
      this.kindOfText = 'item';
      this.walk(element.childNodes, inside);
      this.flush(inside);
    } else if (name === 'pre') {
      this.push('code', textOf(element).replace(/\n+$/, ''), within, { tab: this.tabOf(element) });
    } else if (name === 'div' && attributeOf(element, 'class') === 'highlight') {
      this.walk(element.childNodes, within);
    } else if (name === 'table') {
      this.push('table', '', within, { id });
      for (const row of rowsOf(element)) this.push('row', this.rowContent(row), within);
    } else if (name === 'hr') {
      this.push('rule', '', within);
    } else {
      this.push(kindOf(name), label(element, name), within, { id });
      this.walk(element.childNodes, inside);
      this.flush(inside);
    }
  }

  private tabOf(element: Element): string {
    const parent = element.parentNode;
    const classes = [element, ...(parent !== null && isElement(parent) ? [parent] : [])].flatMap((one) =>
      ourAdditions.classesOf(one),
    );
    const tab = classes.find((name) => name.startsWith('tab-'))?.slice('tab-'.length) ?? '';
    return this.options.tabs.includes(tab) ? tab : '';
  }

  private rowContent(row: Element): string {
    const cells = row.childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/.test(tagName));
    return cells.map((cell) => this.cellContent(cell)).join(' | ');
  }

  private cellContent(cell: Element): string {
    const spans = ['colspan', 'rowspan'].map((name) => attributeOf(cell, name) ?? '1');
    const align =
      ourAdditions.alignmentOf(cell) ??
      /text-align\s*:\s*(\w+)/.exec(attributeOf(cell, 'style') ?? '')?.[1] ??
      '';
    const span = spans.every((count) => count === '1') ? '' : `[${spans.join('x')}]`;
    const mark = `${cell.tagName === 'th' ? '#' : ''}${align === '' ? '' : `:${align}:`}${span}`;
    const walker = new PageWalker(this.options);
    walker.walk(cell.childNodes, []);
    walker.flush([]);
    const parts = walker.blocks.map((block) => (block.kind === 'text' ? block.content : shownBlock(block)));
    return `${mark}${parts.join(' ¶ ')}`;
  }
}

/** A block in one line. */
export function shownBlock({ kind, content, id, tab, within }: Block): string {
  const marks = [kind, id === '' ? '' : `#${id}`, tab === '' ? '' : `tab ${tab}`].filter(
    (mark) => mark !== '',
  );
  const place = within === '' ? '' : ` (in ${within})`;
  return `${marks.join(' ')}${place} ${content}`.trim();
}

/** Puts the content of marks that go on over blocks because nothing closes them in the place of the marks. */
function dropUnclosed(parent: DefaultTreeAdapterTypes.ParentNode, opened: Set<number>): void {
  parent.childNodes = parent.childNodes.flatMap((child): Node[] => {
    if (!isElement(child)) return [child];
    const place = child.sourceCodeLocation;
    const isAgain = place == null || opened.has(place.startOffset);
    if (place != null) opened.add(place.startOffset);
    dropUnclosed(child, opened);
    const goesOn = isAgain || (place.endTag === undefined && hasBlocks(child));
    return formatting.has(child.tagName) && goesOn ? child.childNodes : [child];
  });
}

function kindOf(name: string): Block['kind'] {
  if (name === 'ul' || name === 'ol') return 'list';
  if (name === 'blockquote') return 'quote';
  return name === 'aside' ? 'aside' : 'element';
}

/** An element with what of it is compared: `aside.notice`, `ol start=3`. */
function label(element: Element, name: string): string {
  const classes = ourAdditions.classesOf(element).toSorted();
  const attributes = ['start', 'src', 'data', 'type'].flatMap((attribute) => {
    const value = attributeOf(element, attribute);
    return value === undefined ? [] : [` ${attribute}=${value}`];
  });
  return [name, ...classes.map((one) => `.${one}`), ...attributes].join('');
}

function hasBlocks(element: Element): boolean {
  return element.childNodes.some(
    (child) =>
      isElement(child) && ((!inlineNames.has(child.tagName) && !isOpaque(child.tagName)) || hasBlocks(child)),
  );
}

function rowsOf(element: Element): Element[] {
  return element.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return child.tagName === 'table' ? [] : rowsOf(child);
  });
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (node.nodeName === 'br') return '\n';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
