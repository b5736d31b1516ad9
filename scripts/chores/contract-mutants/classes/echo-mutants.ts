import type { JsonValue } from '../../../../openapi/model/api-model.ts';
import { valueAt } from '../../../../openapi/model/value-at.ts';
import { echoedParameters } from '../../../../test/contract/engine/relations/kinds/echoes.ts';
import { relationsOf } from '../../../../test/contract/engine/relations/probes/plan-relations.ts';
import { changeAt } from '../change-at.ts';
import { type Grounds, usualText } from '../grounds.ts';
import { type ApiMutant, changedBodies, sentValue } from '../mutant.ts';

type EchoFault = (echo: JsonValue, before: JsonValue | undefined, isSent: boolean) => JsonValue | undefined;

/** Wrong in a way that its schema allows, as far as can be. */
const faultsOf = (usual: JsonValue): Readonly<Record<string, EchoFault>> => ({
  'comes back as another value': (echo) => {
    if (typeof echo === 'number') return echo + 1;
    return typeof echo === 'boolean' ? !echo : echo === '' ? 'x' : `${echo}x`;
  },
  'comes back as in the call before': (echo, before) => (before === echo ? undefined : before),
  'always comes back as in the example': (_, __, isSent) => (isSent ? usual : undefined),
});

/** Each parameter that comes back, coming back wrong. */
export function echoMutants(grounds: Grounds): readonly ApiMutant[] {
  return grounds.operations.flatMap((operation) => {
    const places = relationsOf(operation, 'echoes').flatMap((relation) =>
      echoedParameters(relation, operation),
    );
    return places.flatMap(([parameter, pointer]) => {
      const known = operation.parameters.find(({ name }) => name === parameter);
      const text = known === undefined ? '' : usualText(known);
      const usual = /^-?\d/.test(text) ? Number(text) : text;
      return Object.entries(faultsOf(usual)).map(
        ([what, fault]): ApiMutant => ({
          class: 'echo',
          name: `${operation.operationId}: ${parameter} ${what} (${pointer})`,
          operationId: operation.operationId,
          about: [parameter],
          create: () => {
            let before: JsonValue | undefined;
            return changedBodies(operation, (body, request) => {
              const echo = valueAt(body, pointer);
              if (echo === undefined) return undefined;
              const wrong = fault(echo, before, sentValue(request, parameter) !== undefined);
              before = echo;
              return wrong === undefined ? undefined : changeAt(body, pointer, () => wrong);
            });
          },
        }),
      );
    });
  });
}
