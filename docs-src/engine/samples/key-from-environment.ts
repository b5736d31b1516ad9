import type { SampleRequest } from './sample-request.ts';

/** `API_KEY` for `X-Api-Key`: no name that a shell has a meaning of its own for. */
function variableName(name: string, prefix: string): string {
  if (prefix !== '') return 'API_TOKEN';
  const words = name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(_|X_)+|_+$/g, '');
  return words.startsWith('API_') ? words : `API_${words || 'KEY'}`;
}

/** The same request, whose samples read the key where a program should have it from. */
export function withKeyFromEnvironment(request: SampleRequest): SampleRequest {
  const credentials = request.credentials.map((credential) =>
    credential.kind === 'key'
      ? { ...credential, variable: variableName(credential.name, credential.prefix) }
      : credential,
  );
  return { ...request, credentials };
}
