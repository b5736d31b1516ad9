import type { RelationKind } from '../../../../openapi/model/relations.ts';
import { judgeEchoes } from './kinds/echoes.ts';
import { judgeFilters } from './kinds/filters.ts';
import { judgeFresh } from './kinds/fresh.ts';
import { judgeLists } from './kinds/lists.ts';
import { judgeNarrows } from './kinds/narrows.ts';
import { judgeOrders } from './kinds/orders.ts';
import { judgePages } from './kinds/pages.ts';
import { judgeSeparates } from './kinds/separates.ts';
import type { CreateRelationJudge } from './relation-judge.ts';

/** What judges each kind of relation. */
export const relationJudges: { readonly [Kind in RelationKind]: CreateRelationJudge<Kind> } = {
  echoes: judgeEchoes,
  filters: judgeFilters,
  fresh: judgeFresh,
  lists: judgeLists,
  narrows: judgeNarrows,
  orders: judgeOrders,
  pages: judgePages,
  separates: judgeSeparates,
};
