import type { LearningObject } from '../catalog/learning-object.ts';

type Unit = NonNullable<LearningObject['learningTimeUnit']>;

/** A month is 30 days and a year 365; pages can't be compared. */
const minutesPerUnit: Readonly<Record<Unit, number | undefined>> = {
  min: 1,
  h: 60,
  d: 1_440,
  w: 10_080,
  m: 43_200,
  y: 525_600,
  p: undefined,
};

/** Learning time in minutes; undefined where it is unknown or counted in pages. */
export function learningMinutes({ learningTimeValue, learningTimeUnit }: LearningObject): number | undefined {
  if (learningTimeValue === undefined || learningTimeUnit === undefined) return undefined;
  const minutes = minutesPerUnit[learningTimeUnit];
  return minutes === undefined ? undefined : learningTimeValue * minutes;
}
