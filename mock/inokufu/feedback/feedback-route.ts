import type { ExtraRoute } from '../../engine/extra-route.ts';
import type { FeedbackStore } from './feedback-store.ts';

/** `GET /__mock/feedback`: everything that was sent to POST /feedback, oldest first. */
export function createFeedbackRoute(store: FeedbackStore): ExtraRoute {
  return async ({ method, path }) => {
    if (path !== '/__mock/feedback' || (method !== 'GET' && method !== 'HEAD')) return undefined;
    const feedback = (await store.list()).map(({ receivedAt, ...rest }) => ({
      ...rest,
      receivedAt: new Date(receivedAt).toISOString(),
    }));
    return {
      status: 200,
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: `${JSON.stringify({ feedback }, undefined, 2)}\n`,
    };
  };
}
