import { bodyMutants } from './classes/body-mutants.ts';
import { echoMutants } from './classes/echo-mutants.ts';
import { filterMutants } from './classes/filter-mutants.ts';
import { headerMutants } from './classes/header-mutants.ts';
import { httpMutants } from './classes/http-mutants.ts';
import { keyMutants } from './classes/key-mutants.ts';
import { limitMutants } from './classes/limit-mutants.ts';
import { listMutants } from './classes/list-mutants.ts';
import { pagingMutants } from './classes/paging-mutants.ts';
import { refusalMutants } from './classes/refusal-mutants.ts';
import { resultCodeMutants } from './classes/result-code-mutants.ts';
import { sortMutants } from './classes/sort-mutants.ts';
import { statusMutants } from './classes/status-mutants.ts';
import { validationMutants } from './classes/validation-mutants.ts';
import type { Grounds } from './grounds.ts';
import type { ApiMutant } from './mutant.ts';

/** Every fault that is planted into a subject, one at a time. */
export function allMutants(grounds: Grounds): readonly ApiMutant[] {
  const makers = [
    ...[
      bodyMutants,
      statusMutants,
      validationMutants,
      refusalMutants,
      filterMutants,
      pagingMutants,
      echoMutants,
    ],
    ...[resultCodeMutants, sortMutants, limitMutants, headerMutants, httpMutants, keyMutants, listMutants],
  ];
  return makers.flatMap((make) => make(grounds));
}
