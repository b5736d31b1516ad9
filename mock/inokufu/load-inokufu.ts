import type { ApiModel } from '../../openapi/model/api-model.ts';
import type { AdminRoute } from '../engine/admin/admin-routes.ts';
import type { ExtraRoute } from '../engine/extra-route.ts';
import type { Handler } from '../engine/handler.ts';
import { loadCatalog } from './catalog/load-catalog.ts';
import { createFeedbackRoute } from './feedback/feedback-route.ts';
import { createMemoryFeedbackStore } from './feedback/feedback-store.ts';
import { createInokufuHandlers } from './handlers/index.ts';
import { createMediaRoutes } from './pictures/media-routes.ts';
import { createSearch } from './search/create-search.ts';

/** What Inokufu's mock adds to the engine: behaviour for operations, and things that stand beside the API. */
export interface InokufuMock {
  /** By operationId; `createInokufuHandlers` has checked each against the generated types. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Pictures and logos under /media: needed by every card, so they answer also without admin. */
  readonly mediaRoutes: readonly ExtraRoute[];
  /** For the admin side only: `GET /__mock/feedback`. */
  readonly adminRoutes: readonly AdminRoute[];
  /** The search index is built; a search before that waits by itself. */
  readonly ready: Promise<void>;
  /** Forgets what was received (feedback, ids of answered requests). */
  reset(): Promise<void>;
  /** Ends what runs in the background; searches that wait for it fail. */
  close(): void;
}

export interface LoadInokufuOptions {
  /** Fixtures must fit its schemas: the first one that doesn't stops the program with file, line and pointer. */
  readonly model: ApiModel;
  /** Another seed, another order of `sort=random`. Default: 0. */
  readonly seed?: number | undefined;
  /** Folder of the fixtures. Default: the package's own. */
  readonly fixtures?: string;
}

/** Reads and checks the fixtures, then joins catalogue, search, pictures and handlers. The text indexes follow in the background. */
export async function loadInokufu({ model, seed, fixtures }: LoadInokufuOptions): Promise<InokufuMock> {
  const catalog = loadCatalog({ model, ...(fixtures === undefined ? {} : { folder: fixtures }) });
  const closing = new AbortController();
  const { search, ready } = createSearch(catalog.learningObjects, { seed, signal: closing.signal });
  const feedback = createMemoryFeedbackStore();
  const handlers = createInokufuHandlers({ catalog, model, search, feedback });
  return {
    // The engine calls a handler only with what its operation's part of the document allows.
    handlers: handlers as unknown as InokufuMock['handlers'],
    mediaRoutes: createMediaRoutes(catalog),
    adminRoutes: [createFeedbackRoute(feedback)],
    ready,
    reset: () => feedback.clear(),
    close: () => closing.abort(),
  };
}
