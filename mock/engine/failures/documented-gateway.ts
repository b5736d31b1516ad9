import { draftOfFailure } from './failure.ts';
import type { GatewayProfile } from './gateway-profile.ts';

/** Every failure has the status of the catalogue and the API's own shape. */
export const documentedGateway: GatewayProfile = {
  name: 'documented',
  answersUndefinedMethods: true,
  sendsLimits: true,
  refuse: draftOfFailure,
  replyFor: () => undefined,
  headers: () => ({}),
};
