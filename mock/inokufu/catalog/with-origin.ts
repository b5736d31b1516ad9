import type { components } from '../../../openapi/generated/types.ts';
import type { LearningObject } from './learning-object.ts';

type Provider = components['schemas']['Provider'];

const complete = (origin: string, url: string): string => (url.startsWith('/') ? origin + url : url);

/** Pictures are drawn by the mock: their URLs lead to the origin at which the client reached it. */
export function withOrigin(learningObject: LearningObject, origin: string): LearningObject {
  const { picture } = learningObject;
  return picture === undefined ? learningObject : { ...learningObject, picture: complete(origin, picture) };
}

/** The same for a provider's logos. */
export function providerWithOrigin(provider: Provider, origin: string): Provider {
  return { ...provider, logo: provider.logo.map((logo) => ({ ...logo, url: complete(origin, logo.url) })) };
}
