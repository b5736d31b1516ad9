import type { JsonValue } from '../../../openapi/model/api-model.ts';
import type { Culprit } from './expectation.ts';
import type { OwnRelation } from './relations/create-relations.ts';

/** What one API promises beyond its document, as far as the check can use it. */
export interface ContractDialect {
  /** Whether a refusal's body names what is wrong with the request. */
  namesCulprit(body: JsonValue | undefined, culprit: Culprit): boolean;
  /** true: a refusal that does not is broken. false: it is worth a note. */
  readonly mustNameCulprit: boolean;
  /** true: a key that nobody gave out must be refused like a missing one. */
  readonly mustRefuseUnknownKeys: boolean;
  /** What holds between requests and replies beyond the document's relations. */
  readonly relations: readonly OwnRelation[];
}

/** For any API: nothing but its document binds it, and OpenAPI has no words for what a refusal must say. */
export const plainDialect: ContractDialect = {
  namesCulprit(body, culprit) {
    const name = culprit.name.split('/').at(-1) ?? '';
    return JSON.stringify(body ?? '').includes(name);
  },
  mustNameCulprit: false,
  mustRefuseUnknownKeys: false,
  relations: [],
};
