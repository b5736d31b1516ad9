import type { ApiModel } from '../../openapi/model/api-model.ts';
import type { ExtraRoute } from '../engine/extra-route.ts';
import type { Handler } from '../engine/handler.ts';
import { type Catalog, loadCatalog } from './catalog/load-catalog.ts';
import { loadLearningObjects } from './catalog/load-learning-objects.ts';
import { readOwnLearningObjects } from './catalog/read-own-learning-objects.ts';
import { createAnsweredRequests } from './feedback/answered-requests.ts';
import { createInokufuHandlers } from './handlers/index.ts';
import { createMediaRoutes } from './pictures/media-routes.ts';
import { preparedFolder } from './prepared.ts';
import { openShelves } from './prepared-shelves.ts';
import { createSearch } from './search/create-search.ts';
import { type ShelfOf, shelveRecords } from './search/shelve-records.ts';

/** What Inokufu's mock adds to the engine: behaviour for operations, and things that stand beside the API. */
export interface InokufuMock {
  /** By operationId; `createInokufuHandlers` has checked each against the generated types. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Pictures and logos under /media: needed by every card, so they answer also without admin. */
  readonly mediaRoutes: readonly ExtraRoute[];
  /** Where its authority's certificate is downloaded: the name that samples for the live API say. */
  readonly authorityPath: string;
  /** Forgets what was received (ids of answered requests). */
  reset(): Promise<void>;
}

export interface LoadInokufuOptions {
  /** Fixtures must fit its schemas: the first one that doesn't stops the program with file, line and pointer. */
  readonly model: ApiModel;
  /** Another seed, another order of `sort=random`. Default: 0. */
  readonly seed?: number | undefined;
  /** The build has checked the fixtures against this model, and has indexed them. */
  readonly isPrepared?: boolean;
  /** A file of learning objects in the place of the made-up ones. */
  readonly learningObjects?: string | undefined;
}

/** What the mocks of a process only read, and share. */
interface Shared {
  readonly catalog: Catalog;
  readonly shelfOf: ShelfOf;
}

const sharedOf = new WeakMap<ApiModel, Shared>();

function share(model: ApiModel, isPrepared: boolean): Shared {
  const shared = sharedOf.get(model) ?? {
    catalog: loadCatalog({ model, isChecked: isPrepared }),
    shelfOf: isPrepared ? openShelves(preparedFolder) : shelveRecords(loadLearningObjects({ model })),
  };
  sharedOf.set(model, shared);
  return shared;
}

/** Reads and checks the fixtures, then joins catalogue, search, pictures and handlers. */
export async function loadInokufu({
  model,
  seed,
  isPrepared = false,
  learningObjects,
}: LoadInokufuOptions): Promise<InokufuMock> {
  const { catalog, shelfOf } = share(model, isPrepared);
  const own =
    learningObjects === undefined
      ? undefined
      : shelveRecords(await readOwnLearningObjects(learningObjects, model));
  const search = createSearch(own ?? shelfOf, seed);
  const answered = createAnsweredRequests();
  const handlers = createInokufuHandlers({ catalog, model, search, answered });
  return {
    // The engine calls a handler only with what its operation's part of the document allows.
    handlers: handlers as unknown as InokufuMock['handlers'],
    mediaRoutes: createMediaRoutes(catalog),
    authorityPath: '/certInokufu.cer',
    reset: () => answered.clear(),
  };
}
