import MarkdownIt from 'markdown-it';
import { grouped } from '../../../openapi/model/grouped.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { type HtmlHeading, headingsOfHtml } from '../markdown/headings-of-html.ts';
import { type HtmlId, idsOfHtml } from '../markdown/ids-of-html.ts';
import { textOfHtml } from '../markdown/page-elements.ts';
import { lettersOf } from '../source/counts/slate-counts.ts';
import type { SavedPage } from '../source/saved-pages.ts';
import type { SourceFault } from '../source/source-fault.ts';
import type { HeadingView } from '../views/views.ts';
import { type KnownHeading, matchHeadings } from './match-headings.ts';
import type { Placement } from './outline.ts';

/** A heading of the page, with where a further address of it can be put. */
interface OurHeading extends KnownHeading {
  readonly title: string;
  readonly ids: readonly string[];
  readonly placement: Placement;
  /** In the placement's HTML. */
  readonly index: number;
}

/**
 * Gives the headings of a page the ids that they had when it was published, beside their own: links to them land. What can't
 * be kept is told with its line of the saved page. Of an id that was there twice the first counts, as in a browser.
 */
export function keepAnchors(
  placements: readonly Placement[],
  saved: SavedPage,
): { readonly placements: readonly Placement[]; readonly losses: readonly SourceFault[] } {
  const ours = placements.flatMap(headingsIn);
  const old = headingsOfHtml(saved.html).map((heading) => ({ ...heading, ...titled(heading) }));
  const matches = matchHeadings(old, ours);
  const oldIndexes = new Map(old.map(({ index }, place) => [index, place] as const));
  const held = new Map<string, OurHeading | undefined>([
    ...placements.flatMap(otherIdsIn),
    ...ours.flatMap((heading) => heading.ids.map((id) => [id, heading] as const)),
  ]);
  const added: (readonly [Placement, HtmlId])[] = [];
  const losses: SourceFault[] = [];
  const seen = new Set<string>();
  for (const { id, index } of idsOfHtml(saved.html)) {
    if (seen.has(id)) continue;
    seen.add(id);
    const oldIndex = oldIndexes.get(index);
    const own = oldIndex === undefined ? undefined : ours[matches.get(oldIndex) ?? -1];
    const holder = held.get(id);
    const isElsewhere = oldIndex !== undefined && holder !== undefined && holder !== own;
    if (held.has(id) && !isElsewhere) continue;
    if (own !== undefined && holder === undefined) {
      added.push([own.placement, { id, index: own.index }]);
      continue;
    }
    const title = oldIndex === undefined ? undefined : old[oldIndex]?.title;
    const was = title === undefined ? '' : ` ("${title}")`;
    const now =
      holder === undefined
        ? `nowhere: write <a name="${id}"></a> where they should lead`
        : `to ${holder.title === title ? 'another ' : ''}"${holder.title}"`;
    const line = saved.html.slice(0, index).split('\n').length;
    losses.push({ file: saved.file, line, message: `Links to #${id}${was} lead ${now}.` });
  }
  const addedTo = grouped(added);
  return {
    placements: placements.map((placement) => withAnchors(placement, addedTo.get(placement) ?? [])),
    losses,
  };
}

// A saved page has any of HTML's entities.
const { unescapeAll } = new MarkdownIt().utils;

function titled({ level, titleHtml }: Pick<HtmlHeading, 'level' | 'titleHtml'>) {
  const title = unescapeAll(textOfHtml(titleHtml)).replace(/\s+/g, ' ');
  return { level, title, letters: lettersOf(title) };
}

function headingOf(placement: Placement): HeadingView | undefined {
  return 'heading' in placement ? placement.heading : undefined;
}

function headingsIn(placement: Placement): OurHeading[] {
  if (placement.kind === 'html')
    return headingsOfHtml(placement.html).map(({ id, index, ...heading }) => ({
      ...titled(heading),
      ids: id === undefined ? [] : [id],
      placement,
      index,
    }));
  const heading = headingOf(placement);
  if (heading === undefined) return [];
  return [{ ...titled(heading), ids: [heading.id, ...heading.anchors], placement, index: 0 }];
}

/** Ids that no heading has: a writer's own. */
function otherIdsIn(placement: Placement): (readonly [string, undefined])[] {
  const html = placement.kind === 'html' ? placement.html : (headingOf(placement)?.titleHtml ?? '');
  return idsOfHtml(html).map(({ id }) => [id, undefined] as const);
}

function withAnchors(placement: Placement, added: readonly HtmlId[]): Placement {
  if (added.length === 0) return placement;
  if (placement.kind === 'html') {
    let { html } = placement;
    for (const { id, index } of added.toSorted((a, b) => b.index - a.index))
      html = `${html.slice(0, index)}<a id="${escapeHtml(id)}"></a>${html.slice(index)}`;
    return { ...placement, html };
  }
  const heading = headingOf(placement);
  const anchors = [...(heading?.anchors ?? []), ...added.map(({ id }) => id)];
  // The kind keeps its own fields: only the heading changes.
  return { ...placement, heading: { ...heading, anchors } } as Placement;
}
