import { documentedStage } from './documented-stage.ts';
import { freeStage } from './free-stage.ts';
import { relationsStage } from './relations-stage.ts';
import { rulesStage } from './rules-stage.ts';
import type { Stage } from './stage.ts';
import { validStage } from './valid-stage.ts';

/** In the order in which they are asked: what costs nothing first, then the most valuable. */
export const allStages: readonly Stage[] = [
  freeStage,
  documentedStage,
  validStage,
  relationsStage,
  rulesStage,
];
