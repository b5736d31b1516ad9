import type { Arrived } from '../exchange.ts';
import { left, type Step, Stop } from '../step.ts';

/**
 * Leaves what is not the API's to the site beside it, or to the application that the mock is mounted in. Its own is what
 * lies under a base path, and each path of the document. A template like `/{owner}` takes every path: what the mock
 * itself adds comes before it, what somebody else has doesn't.
 */
export const leaveToOthers: Step<Arrived, undefined> = {
  name: 'leave to others',
  run({ path, queryString, request, others }, { routes }) {
    if (others === undefined || path === '*') return undefined;
    if (routes.basePaths.some((base) => base !== '' && (path === base || path.startsWith(`${base}/`))))
      return undefined;
    const [best] = routes.find({ path, queryString, headers: request.headers });
    if (best === undefined) return new Stop(left);
    return others === 'site' && best.route.path.includes('{') ? new Stop(left) : undefined;
  },
};
