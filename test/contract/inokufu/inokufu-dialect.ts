import type { ApiModel, JsonValue } from '../../../openapi/model/api-model.ts';
import type { ContractDialect } from '../engine/contract-dialect.ts';
import type { Culprit } from '../engine/expectation.ts';
import { inokufuRelations } from './relations/inokufu-relations.ts';

/** A 400 lists every problem under `errors`, each with `where` and `name`; an unknown key is refused like a missing one. */
export const inokufuDialect: ContractDialect = {
  namesCulprit: (body, culprit) => problemsOf(body).some((problem) => isAbout(problem, culprit)),
  isExact: true,
  relations: inokufuRelations,
};

/** Whether the document is about this API, wherever its file lies: one of its servers is the API's own. */
export function isInokufuDocument(model: ApiModel): boolean {
  return model.servers.some(({ defaultUrl }) => /^https?:\/\/api\.inokufu\.com(\/|$)/.test(defaultUrl));
}

function problemsOf(body: JsonValue | undefined): readonly JsonValue[] {
  if (body === null || typeof body !== 'object' || !('errors' in body)) return [];
  return Array.isArray(body.errors) ? body.errors : [];
}

function isAbout(problem: JsonValue, { where, name }: Culprit): boolean {
  return (
    problem !== null &&
    typeof problem === 'object' &&
    'where' in problem &&
    problem.where === where &&
    problem.name === name
  );
}
