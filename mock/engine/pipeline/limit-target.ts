import type { Arrived } from '../exchange.ts';
import { createFailure } from '../failures/failure.ts';
import { type Step, Stop } from '../step.ts';

/** Refuses a URL that no server of the API would read (RFC 9110 15.5.15). A target is ASCII: one letter is one byte. */
export const limitTarget: Step<Arrived, undefined> = {
  name: 'limit target',
  run({ request }, { maximumTargetBytes }) {
    const bytes = request.target.length;
    if (bytes <= maximumTargetBytes) return undefined;
    return new Stop(createFailure('uri-too-long', { bytes, maximumBytes: maximumTargetBytes }));
  },
};
