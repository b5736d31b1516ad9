import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import type { Culprit } from './expectation.ts';
import type { OwnRelation } from './relations/create-relations.ts';

/** What one API promises beyond its document, as far as the check can use it. */
export interface ContractDialect {
  /** Whether a refusal's body names what is wrong with the request. */
  namesCulprit(body: JsonValue | undefined, culprit: Culprit): boolean;
  /**
   * true: the document says all there is. What it allows is accepted, a path or a key that nobody gave out is refused, and
   * a refusal names everything that is wrong. false: each of these is only to be expected, and worth a note or a doubt.
   */
  readonly isExact: boolean;
  /** What holds between requests and replies beyond the document's relations. */
  readonly relations: readonly OwnRelation[];
}

/** For any API: nothing but its document binds it, and OpenAPI has no words for what a refusal must say. */
export const plainDialect: ContractDialect = {
  namesCulprit(body, culprit) {
    const name = culprit.name.split('/').at(-1) ?? '';
    return jsonText(body ?? '').includes(name);
  },
  isExact: false,
  relations: [],
};
