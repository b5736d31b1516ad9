import { headingsOfHtml } from '../markdown/headings-of-html.ts';
import { textOfHtml } from '../markdown/page-elements.ts';
import type { HeadingView, MenuEntry } from '../views/views.ts';
import type { Placement } from './outline.ts';

type GrowingEntry = { -readonly [Key in keyof MenuEntry]: MenuEntry[Key] } & { children: GrowingEntry[] };

interface MenuHeading {
  readonly heading: Pick<HeadingView, 'level' | 'id' | 'title' | 'titleHtml'>;
  readonly method: string | undefined;
  readonly isDeprecated: boolean;
  readonly operationId: string | undefined;
  readonly group: string | undefined;
}

/** Slate's menu is made from the page's HTML: headings that a writer wrote as tags stand in it too, if they have an id. */
function rawHeadings(html: string): MenuHeading[] {
  return headingsOfHtml(html).flatMap(({ level, id, titleHtml }) => {
    if (id === undefined || level > 2) return [];
    const heading = { level: level === 1 ? 1 : 2, id, title: textOfHtml(titleHtml), titleHtml } as const;
    return [{ heading, method: undefined, isDeprecated: false, operationId: undefined, group: undefined }];
  });
}

/** The h1s and h2s of the outline, in order (Slate's lib/toc_data.rb drops the rest). */
function menuHeadings(placements: readonly Placement[]): MenuHeading[] {
  return placements.flatMap((placement): MenuHeading[] => {
    if (placement.kind === 'html') return rawHeadings(placement.html);
    if (placement.kind !== 'heading' && placement.kind !== 'operation') return [];
    const { heading, operation } = placement;
    if (heading === undefined || heading.level > 2) return [];
    return [
      {
        heading,
        method: operation?.method.toUpperCase(),
        isDeprecated: operation?.isDeprecated ?? false,
        operationId: operation?.operationId,
        group: placement.kind === 'heading' ? placement.group : undefined,
      },
    ];
  });
}

/** The menu with everything open; `hrefOf` says where a heading is, seen from the page of the menu. */
export function menuOf(
  placements: readonly Placement[],
  hrefOf: (id: string, operationId: string | undefined) => string,
): readonly MenuEntry[] {
  const entries: GrowingEntry[] = [];
  let openGroup: string | undefined;
  for (const { heading, method, isDeprecated, operationId, group } of menuHeadings(placements)) {
    const entry: GrowingEntry = {
      title: heading.title,
      titleHtml: withoutLinks(heading.titleHtml),
      href: hrefOf(heading.id, operationId),
      method,
      isDeprecated,
      isCurrent: false,
      group: undefined,
      children: [],
    };
    const parent = entries.at(-1);
    if (heading.level === 1 || parent === undefined) {
      if (group !== openGroup) entry.group = group ?? '';
      openGroup = group;
      entries.push(entry);
    } else parent.children.push(entry);
  }
  return entries;
}

/** A link inside a link is no HTML, and an id would be there twice. */
function withoutLinks(html: string): string {
  return html.replace(/<\/?a\b[^>]*>/gi, '').replace(/\sid="[^"]*"/gi, '');
}
