import type { Operation } from '../../../openapi/model/api-model.ts';
import type { Relation } from '../../../openapi/model/relations.ts';
import { renderText } from '../markdown/document-text.ts';
import type { RelationWords } from '../words/relation-words.ts';
import type { EngineWords } from '../words/words.ts';
import type { PageLinks } from './page-links.ts';
import type { RelationsView } from './views.ts';

export function relationsView(
  { relations }: Operation,
  words: EngineWords,
  links: PageLinks,
): RelationsView | undefined {
  if (relations.length === 0) return undefined;
  const items = relations.map((relation) => {
    const markdown = conditionOf(relation, words.relations) + sentencesOf(relation, words).join(' ');
    return { textHtml: renderText(markdown), markdown, assumption: links.assumption(relation.assumption) };
  });
  return { title: words.relations.title, items };
}

/** A backtick would end the code: no name of an API has one. */
function code(name: string): string {
  return `\`${name.replaceAll('`', '') || '/'}\``;
}

function conditionOf({ when }: Relation, words: RelationWords): string {
  const conditions = Object.entries(when).map(([name, pattern]) => words.fits(code(name), code(pattern)));
  return conditions.length === 0 ? '' : words.where(conditions.join(', '));
}

function sentencesOf(relation: Relation, { relations: words, or }: EngineWords): readonly string[] {
  const pairs = (byName: Readonly<Record<string, string>> = {}) =>
    Object.entries(byName).map(([name, other]) => [code(name), code(other)] as const);
  switch (relation.kind) {
    case 'echoes':
      return [
        ...(relation.within === undefined ? [] : [words.echoesWithin(code(relation.within))]),
        ...pairs(relation.parameters).map(([parameter, place]) => words.echoes(parameter, place)),
      ];
    case 'filters': {
      const units = Object.entries(relation.units ?? {}).map(([unit, count]) => `${code(unit)} ${count}`);
      return [
        ...pairs(relation.parameters).map((pair) => words.filters[relation.must](...pair)),
        ...(units.length === 0 ? [] : [words.inUnits(units.join(', '))]),
      ];
    }
    case 'pages':
      return [
        words.pages(code(relation.size)),
        ...(relation.total === undefined ? [] : [words.pagesTotal(code(relation.total))]),
        ...(relation.hasMore === undefined ? [] : [words.pagesMore(code(relation.hasMore))]),
      ];
    case 'narrows':
      return [words.narrows(listed(relation.parameters.map(code), or), code(relation.total))];
    case 'separates':
      return [words.separates(code(relation.from), code(relation.to))];
    case 'orders':
      return [
        words.orders(code(relation.parameter)),
        ...pairs(relation.ascending).map((pair) => words.ascending(...pair)),
        ...pairs(relation.descending).map((pair) => words.descending(...pair)),
        ...pairs(relation.first).map((pair) => words.first(...pair)),
      ];
    case 'lists':
      return [words.lists(code(relation.parameter), code(relation.of))];
    case 'fresh':
      return [words.fresh(listed(relation.values.map(code), or))];
  }
}

function listed(names: readonly string[], or: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${or} ${last}`;
}
