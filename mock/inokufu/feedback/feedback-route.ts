import type { AdminRoute } from '../../engine/admin/admin-routes.ts';
import type { FeedbackStore } from './feedback-store.ts';

/** `GET /__mock/feedback`: everything that was sent to POST /feedback, oldest first. */
export function createFeedbackRoute(store: FeedbackStore): AdminRoute {
  return {
    method: 'get',
    path: '/feedback',
    summary: 'The feedback that was received, oldest first',
    async answer() {
      const feedback = (await store.list()).map(({ receivedAt, ...rest }) => ({
        ...rest,
        receivedAt: new Date(receivedAt).toISOString(),
      }));
      return { feedback };
    },
  };
}
