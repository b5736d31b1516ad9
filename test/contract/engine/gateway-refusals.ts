import { isObject } from '../../../openapi/model/is-object.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';

/** Whose refusals a target sends: the documented ones, those of Amazon API Gateway, or whichever come. */
export type ContractGateway = 'documented' | 'aws' | 'auto';

/** Statuses of refusals that come from in front of the API, beside those that its document has. */
export interface GatewayRefusals {
  readonly unknownPath: readonly number[];
  readonly unknownMethod: readonly number[];
  readonly key: readonly number[];
  /** Whether a refusal has the gateway's own body: the API has never seen the request. */
  readonly isOfGateway: (reply: ReceivedReply) => boolean;
}

const documented: GatewayRefusals = {
  unknownPath: [404],
  unknownMethod: [405],
  key: [],
  isOfGateway: () => false,
};
/** It answers all of these with 403, and knows no 405 (API Gateway Developer Guide, gateway response types). */
const aws: GatewayRefusals = {
  unknownPath: [403],
  unknownMethod: [403],
  key: [403],
  isOfGateway: hasMessageAlone,
};

/** What a refusal may look like under a profile. */
export function refusalsOf(profile: ContractGateway): GatewayRefusals {
  if (profile === 'documented') return documented;
  if (profile === 'aws') return aws;
  return {
    unknownPath: [...documented.unknownPath, ...aws.unknownPath],
    unknownMethod: [...documented.unknownMethod, ...aws.unknownMethod],
    key: aws.key,
    isOfGateway: hasMessageAlone,
  };
}

/** `{"message":"Forbidden"}`, and nothing else. */
function hasMessageAlone({ status, body }: ReceivedReply): boolean {
  return status >= 400 && isObject(body) && Object.keys(body).join() === 'message';
}
