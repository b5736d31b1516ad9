import type { OwnRelation } from '../../engine/relations/create-relations.ts';
import { judgeImportant } from './judge-important.ts';
import { judgeLearningTimes } from './judge-learning-times.ts';
import { judgeProviders } from './judge-providers.ts';
import { judgePublishers } from './judge-publishers.ts';
import { judgeRequestIds } from './judge-request-ids.ts';
import { judgeResultCodes } from './judge-result-codes.ts';
import { judgeStatusCodes } from './judge-status-codes.ts';

/** What this API means beyond the relations of its document. */
export const inokufuRelations: readonly OwnRelation[] = [
  judgeStatusCodes,
  judgeResultCodes,
  judgeProviders,
  judgePublishers,
  judgeLearningTimes,
  judgeImportant,
  judgeRequestIds,
];
