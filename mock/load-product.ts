import type { ApiModel } from '../openapi/model/api-model.ts';
import { packageFile } from '../openapi/model/package-root.ts';
import { readModel } from '../openapi/model/read-model.ts';
import { documentShape } from './engine/failures/document-shape.ts';
import { failureShapeOf } from './engine/failures/error-template.ts';
import type { FailureShape } from './engine/failures/failure.ts';
import { OptionError } from './engine/option-error.ts';
import { inokufuErrors } from './inokufu/inokufu-errors.ts';
import { inokufuKeys } from './inokufu/inokufu-keys.ts';
import { type InokufuMock, loadInokufu } from './inokufu/load-inokufu.ts';
import { inokufuScenarios } from './inokufu/scenarios.ts';
import { readShippedModel } from './inokufu/shipped-model.ts';
import type { MockServerOptions } from './mock-server-options.ts';

const nothingReceived = async () => {};

/** What stands behind a mock's engine: a document, and what a product adds to it. */
export interface Product {
  readonly model: ApiModel;
  readonly keys: NonNullable<MockServerOptions['keys']>;
  readonly scenarios: () => Promise<NonNullable<MockServerOptions['scenarios']>>;
  readonly failureShape: FailureShape;
  readonly parts: InokufuMock;
}

/** Reads the document, and loads what its product adds. Throws a DocumentError, or an OptionError for what can't be meant. */
export async function loadProduct(options: MockServerOptions): Promise<Product> {
  const { document, plans, overlays, seed, errors, learningObjects } = options;
  const said = errors === undefined ? undefined : failureShapeOf(errors);
  if (document === undefined) {
    const { model, isPrepared } = await ownModel(options);
    return {
      model,
      // They are of the shipped plans.
      keys: plans === undefined ? inokufuKeys : [],
      scenarios: inokufuScenarios,
      failureShape: said ?? failureShapeOf(inokufuErrors),
      parts: await loadInokufu({ model, seed, isPrepared, learningObjects }),
    };
  }
  if (learningObjects !== undefined)
    throw new OptionError(
      'learningObjects are for the document that ships with this package: leave out document.',
    );
  return {
    model: await readModel({ document, plans, overlays, strict: false }),
    keys: [],
    scenarios: async () => ({}),
    failureShape: said ?? documentShape,
    parts: {
      handlers: {},
      mediaRoutes: [],
      authorityPath: '/authority.cer',
      reset: nothingReceived,
    },
  };
}

/** The package's own document; with other plans or overlays it is another one. */
async function ownModel({ plans, overlays = [] }: MockServerOptions) {
  if (plans === undefined && overlays.length === 0) return readShippedModel();
  const document = packageFile('openapi/generated/openapi.json');
  return {
    model: await readModel({ document, plans, overlays, strict: overlays.length === 0 }),
    isPrepared: false,
  };
}
