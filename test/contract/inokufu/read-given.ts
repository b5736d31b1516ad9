import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import type { GivenPlans } from '../../../openapi/model/read/given-plans.ts';
import { readModel } from '../../../openapi/model/read-model.ts';

/** The document that somebody tests by; without one it is the package's own. */
interface GivenDocument {
  readonly document?: string | undefined;
  readonly plans?: GivenPlans | undefined;
  readonly overlays?: readonly string[] | undefined;
}

/** What ships with this package has no fault; what somebody else says, or adds to it, may. DocumentError where it can't be read. */
export async function readGiven({
  document: given,
  plans,
  overlays = [],
}: GivenDocument): Promise<{ readonly document: string; readonly model: ApiModel }> {
  const document = given ?? packageFile('openapi/generated/openapi.json');
  const strict = given === undefined && overlays.length === 0;
  return { document, model: await readModel({ document, plans, overlays, strict }) };
}
