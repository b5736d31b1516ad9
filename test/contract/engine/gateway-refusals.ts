/** Whose refusals a target sends: the documented ones, those of Amazon API Gateway, or whichever come. */
export type ContractGateway = 'documented' | 'aws' | 'auto';

/** Statuses of refusals that come from in front of the API, beside those that its document has. */
export interface GatewayRefusals {
  readonly unknownPath: readonly number[];
  readonly unknownMethod: readonly number[];
  readonly key: readonly number[];
}

const documented: GatewayRefusals = { unknownPath: [404], unknownMethod: [405], key: [] };
/** It answers all of these with 403, and knows no 405 (API Gateway Developer Guide, gateway response types). */
const aws: GatewayRefusals = { unknownPath: [403], unknownMethod: [403], key: [403] };

/** What a refusal may look like under a profile. */
export function refusalsOf(profile: ContractGateway): GatewayRefusals {
  if (profile === 'documented') return documented;
  if (profile === 'aws') return aws;
  return {
    unknownPath: [...documented.unknownPath, ...aws.unknownPath],
    unknownMethod: [...documented.unknownMethod, ...aws.unknownMethod],
    key: aws.key,
  };
}
