import type { ApiModel, SecurityScheme } from '../../../openapi/model/api-model.ts';
import { isHeaderValue } from '../../../openapi/model/http-headers.ts';
import { meantOr } from '../../../openapi/model/nearest-name.ts';
import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import type { CheckTargetOptions } from './check-target.ts';
import { choosePlan, findPlan } from './choose-plan.ts';
import { keyVariable } from './hide-secrets.ts';
import { CannotGoOnError } from './paced-sender.ts';
import type { Credentials } from './stages/stage.ts';

export interface ChosenKey {
  readonly plan: UsagePlan | undefined;
  readonly key: string | undefined;
  readonly credentialsByPlan: ReadonlyMap<string, Credentials>;
  /** For the report: what the reader may have meant otherwise. */
  readonly notes: readonly string[];
}

/** The key that the check is made with, and its plan. Throws CannotGoOnError for a plan or a key that can't be meant. */
export function chooseKey(
  model: ApiModel,
  options: Pick<CheckTargetOptions, 'key' | 'plan' | 'keysByPlan'>,
): ChosenKey {
  const isEmpty = options.key !== undefined && options.key.trim() === '';
  const given = isEmpty ? undefined : options.key;
  const keys = new Map(options.keysByPlan);
  for (const one of [...keys.values(), ...(given === undefined ? [] : [given])]) refuseUnsendable(one, model);
  const notes = isEmpty ? [`The environment variable ${keyVariable} is empty, which counts as no key.`] : [];
  if (keys.size === 0) {
    const plan = findPlan(model, options.plan, given);
    if (plan !== undefined && given !== undefined) keys.set(plan.id, given);
    return { plan, key: given, credentialsByPlan: credentialsOf(keys), notes };
  }
  const plan =
    options.plan === undefined ? choosePlan(model, keys.keys()) : findPlan(model, options.plan, undefined);
  return { plan, key: plan && keys.get(plan.id), credentialsByPlan: credentialsOf(keys), notes };

  function credentialsOf(byPlan: ReadonlyMap<string, string>): ReadonlyMap<string, Credentials> {
    return new Map([...byPlan].map(([id, key]) => [id, credentialsFor(model, key)]));
  }
}

/** A key for each security scheme: its own, else the one for all; none where there is neither. */
export function credentialsFor(
  { securitySchemes }: ApiModel,
  key: string | undefined,
  byScheme: ReadonlyMap<string, string> = new Map(),
): Credentials {
  const unknown = [...byScheme.keys()].find((id) => !securitySchemes.has(id));
  if (unknown !== undefined) {
    const names = [...securitySchemes.keys()];
    throw new CannotGoOnError(
      `The document has no security scheme '${unknown}'.`,
      meantOr(`It has ${names.join(', ') || 'none'}.`, unknown, names),
    );
  }
  return new Map(
    [...securitySchemes.keys()].flatMap((id) => {
      const own = byScheme.get(id) ?? key;
      return own === undefined ? [] : [[id, own]];
    }),
  );
}

function refuseUnsendable(key: string, { securitySchemes }: ApiModel): void {
  const isTrimmed = key.trim() === key;
  if ((isTrimmed && isHeaderValue(key)) || ![...securitySchemes.values()].some(travelsAsItIs)) return;
  const because = isTrimmed
    ? 'holds a line end, a control character or a letter beyond Latin-1, which no header can carry'
    : 'begins or ends with white space or a line end, which no header can carry';
  throw new CannotGoOnError(`The key in ${keyVariable} ${because}.`, 'Copy the key again, alone and whole.');
}

/** A key in a query or a cookie is percent-encoded, basic authentication is base64. */
function travelsAsItIs({ type, in: place, scheme }: SecurityScheme): boolean {
  if (type === 'apiKey') return place === 'header';
  return type !== 'mutualTLS' && scheme !== 'basic';
}
