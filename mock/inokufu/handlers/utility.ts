import type { operations } from '../../../openapi/generated/handler-types.ts';
import type { OperationHandlers } from '../../engine/handler.ts';
import type { Catalog } from '../catalog/load-catalog.ts';
import { providerWithOrigin } from '../catalog/with-origin.ts';

/** The handlers of the tag "Utility": lists of what the fixtures hold. */
export function createUtilityHandlers({ providers, types, langs, blooms }: Catalog) {
  return {
    listProviders: ({ origin }) => ({
      status: 200,
      body: { statusCode: 200, response: providers.map((provider) => providerWithOrigin(provider, origin)) },
    }),
    listTypes: () => ({ status: 200, body: [...types] }),
    listLangs: () => ({ status: 200, body: [...langs] }),
    listBlooms: () => ({ status: 200, body: [...blooms] }),
  } satisfies OperationHandlers<operations>;
}
