import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import type { Placement } from '../outline/outline.ts';
import type { PageLinks } from '../views/page-links.ts';
import { idOf } from '../views/parameter-groups.ts';
import { sharedHeaders } from '../views/response-headers.ts';
import { schemeAnchor } from '../views/security-views.ts';
import type { EngineWords } from '../words/words.ts';

/** A page of a schema that some tree stopped at. */
export interface SchemaPage {
  readonly node: SchemaNode;
  readonly title: string;
  readonly path: string;
  /** Its address where all schemas are on the one page. */
  readonly anchor: string;
}

/** Which page everything is on: addresses that depend on names alone, so that they stay when other parts change. */
export interface SitePlan {
  /** The one-page version: mostly `index.html`, or `all.html` where the document is too big to open with. */
  readonly wholePath: string;
  /** True where index.html is an overview and the whole stands on a page of its own. */
  readonly hasOverview: boolean;
  /** True where the site is that one page: schemas are sections at its end, and operations have no pages. */
  readonly isOnePage: boolean;
  operationPath(operation: Operation): string;
  /** Schema pages asked for so far; the list grows while pages are made. */
  readonly schemaPages: readonly SchemaPage[];
  /** Links as seen from the one-page version (`#search`), or from any other page (`../operations/search.html`). */
  links(path: string): PageLinks;
  /** Prefix of links from a page to the site's root. */
  root(path: string): string;
  /** Where a heading of the outline is, seen from a page. */
  headingHref(path: string, id: string, operationId: string | undefined): string;
}

/** A page with more operations than this is too long to open a site with. */
const maximumOperationsOfIndex = 150;

function uniqueName(taken: Set<string>, wanted: string): string {
  // File systems that ignore letter case would take `Pet` and `pet` for one.
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}-${count}`;
  taken.add(name.toLowerCase());
  return name;
}

export function createSitePlan(
  placements: readonly Placement[],
  model: ApiModel | undefined,
  words: EngineWords,
  isOnePage: boolean,
  path: string,
): SitePlan {
  const operationPaths = new Map<Operation, string>();
  const anchors = new Map<string, string>();
  const operationNames = new Set<string>();
  let above: string | undefined;
  for (const placement of placements) {
    if (placement.kind === 'heading') above = placement.heading.id;
    if (placement.kind !== 'operation') continue;
    const { operation, heading } = placement;
    operationPaths.set(
      operation,
      `operations/${uniqueName(operationNames, idOf(operation.operationId))}.html`,
    );
    anchors.set(operation.operationId, heading?.id ?? above ?? '');
  }
  const byId = new Map([...operationPaths.keys()].map((operation) => [operation.operationId, operation]));
  const hasOverview = !isOnePage && operationPaths.size > maximumOperationsOfIndex;
  const wholePath = hasOverview ? 'all.html' : path;
  const hasSection = (kind: Placement['kind']) => placements.some((placement) => placement.kind === kind);
  const hasSecurity = hasSection('security');
  const headerAnchors = new Map(
    (model !== undefined && hasSection('headers') ? sharedHeaders(model) : []).flatMap(
      ({ headers, anchor }) => headers.map(({ name }) => [name.toLowerCase(), anchor] as const),
    ),
  );
  const schemaPages: SchemaPage[] = [];
  const pageOfSchema = new Map<SchemaNode, SchemaPage>();
  const schemaNames = new Set<string>();
  const root = (path: string) => '../'.repeat(path.split('/').length - 1);

  /** A section of the document, which stands on the page that a site opens with. */
  const sectionHref = (path: string, anchor: string) => {
    const holder = hasOverview ? 'index.html' : wholePath;
    return path === wholePath || path === holder ? `#${anchor}` : `${root(path)}${holder}#${anchor}`;
  };

  const schemaPage = (node: SchemaNode, title: string): SchemaPage => {
    let page = pageOfSchema.get(node);
    if (page === undefined) {
      const shownTitle = node.name ?? title;
      const name = uniqueName(schemaNames, idOf(shownTitle).slice(0, 80));
      page = { node, title: shownTitle, path: `schemas/${name}.html`, anchor: `schema-${name}` };
      pageOfSchema.set(node, page);
      schemaPages.push(page);
    }
    return page;
  };

  return {
    wholePath,
    hasOverview,
    isOnePage,
    schemaPages,
    root,
    operationPath: (operation) => operationPaths.get(operation) ?? 'index.html',
    links: (path) => ({
      operation: (operationId) => {
        const operation = byId.get(operationId);
        if (operation === undefined) return undefined;
        if (path === wholePath) return `#${anchors.get(operationId) ?? ''}`;
        return `${root(path)}${operationPaths.get(operation) ?? ''}`;
      },
      schema: (node, title) => {
        const page = schemaPage(node, title);
        const href = isOnePage ? `#${page.anchor}` : `${root(path)}${page.path}`;
        return { label: words.seeSchema(page.title), href };
      },
      security: (schemeId) => {
        if (!hasSecurity || model?.securitySchemes.has(schemeId) !== true) return undefined;
        return sectionHref(path, schemeAnchor(schemeId));
      },
      headers: (name) => {
        const anchor = headerAnchors.get(name.toLowerCase());
        return anchor === undefined ? undefined : sectionHref(path, anchor);
      },
    }),
    headingHref: (path, id, operationId) => {
      if (path === wholePath) return `#${id}`;
      const operation = operationId === undefined ? undefined : byId.get(operationId);
      if (operation !== undefined) return `${root(path)}${operationPaths.get(operation) ?? ''}`;
      return path === 'index.html' ? `#${id}` : `${root(path)}index.html#${id}`;
    },
  };
}
