import { readFileSync } from 'node:fs';
import type { ApiModel } from '../../openapi/model/api-model.ts';
import type { ExtraRoute } from '../engine/extra-route.ts';
import type { Handler } from '../engine/handler.ts';
import type { Lang } from './catalog/learning-object.ts';
import { type Catalog, loadCatalog } from './catalog/load-catalog.ts';
import { createAnsweredRequests } from './feedback/answered-requests.ts';
import { createInokufuHandlers } from './handlers/index.ts';
import { createMediaRoutes, isMedia } from './pictures/media-routes.ts';
import { preparedFolder, preparedIndexFile } from './prepared.ts';
import { createSearch } from './search/create-search.ts';

/** What Inokufu's mock adds to the engine: behaviour for operations, and things that stand beside the API. */
export interface InokufuMock {
  /** By operationId; `createInokufuHandlers` has checked each against the generated types. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Pictures and logos under /media: needed by every card, so they answer also without admin. */
  readonly mediaRoutes: readonly ExtraRoute[];
  /** Whether a path is one of theirs. */
  isMedia(path: string): boolean;
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
}

const catalogs = new WeakMap<ApiModel, Catalog>();

/** The mocks of a process share what they only read. */
function catalogOf(model: ApiModel, isChecked: boolean): Catalog {
  const catalog = catalogs.get(model) ?? loadCatalog({ model, isChecked });
  catalogs.set(model, catalog);
  return catalog;
}

/** Reads and checks the fixtures, then joins catalogue, search, pictures and handlers. */
export function loadInokufu({ model, seed, isPrepared = false }: LoadInokufuOptions): InokufuMock {
  const catalog = catalogOf(model, isPrepared);
  const stored = (lang: Lang) => readFileSync(preparedIndexFile(preparedFolder, lang), 'utf8');
  const search = createSearch(catalog.learningObjects, { seed, ...(isPrepared ? { stored } : {}) });
  const answered = createAnsweredRequests();
  const handlers = createInokufuHandlers({ catalog, model, search, answered });
  return {
    // The engine calls a handler only with what its operation's part of the document allows.
    handlers: handlers as unknown as InokufuMock['handlers'],
    mediaRoutes: createMediaRoutes(catalog),
    isMedia,
    reset: () => answered.clear(),
  };
}
