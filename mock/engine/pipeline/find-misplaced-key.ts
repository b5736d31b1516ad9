import type { Operation, SecurityScheme } from '../../../openapi/model/api-model.ts';
import { credentialFor } from '../credentials.ts';
import type { Engine } from '../engine.ts';
import type { Arrived } from '../exchange.ts';
import type { SentValue } from '../sent-values.ts';

/** Names are shown as they came, but not for ever. */
const longestName = 60;

/**
 * Where a request carries a key that none of an operation's schemes looks at, for people; undefined: nowhere. A key that
 * the mock knows is one wherever it stands; anything else is one under a credential's name that is no parameter's.
 */
export function findMisplacedKey(
  sent: readonly SentValue[],
  { request, queryString }: Arrived,
  operation: Operation,
  { mask }: Engine,
): string | undefined {
  const schemes = operation.security.flatMap((requirement) => requirement.map(({ scheme }) => scheme));
  const looked = schemes.filter((scheme) => credentialFor(scheme, request, queryString) !== undefined);
  const elsewhere = sent.filter((value) => !looked.some((scheme) => isPlaceOf(scheme, value)));
  const isKnown = ({ name, value }: SentValue) => mask.text(value) !== value || mask.text(name) !== name;
  const hasNameOfKey = (one: SentValue) =>
    one.value.trim() !== '' && mask.names.isCredential(one.name, one.place) && !isDocumented(one, operation);
  const found = elsewhere.find(isKnown) ?? elsewhere.find(hasNameOfKey);
  return found && describePlace(found);
}

/** A parameter or a member of the body may be called what a credential is called. */
function isDocumented({ place, name }: SentValue, { parameters, requestBody }: Operation): boolean {
  if (place === 'body')
    return requestBody?.contents.some(({ schema }) => schema?.properties.has(name)) ?? false;
  const own = name.toLowerCase();
  return parameters.some((parameter) => parameter.in === place && parameter.name.toLowerCase() === own);
}

function isPlaceOf(scheme: SecurityScheme, { place, name }: SentValue): boolean {
  if (scheme.type !== 'apiKey') return place === 'header' && name === 'authorization';
  const [own, sent] = place === 'header' ? [scheme.name?.toLowerCase(), name] : [scheme.name, name];
  return scheme.in === place && own === sent;
}

function describePlace({ place, name, value }: SentValue): string {
  const shown = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  if (place === 'path') return 'the path';
  if (place === 'query') return `the query parameter ${shown}`;
  if (place === 'cookie') return name === '' ? 'a cookie without a name' : `the cookie ${shown}`;
  if (place === 'body') return name === '' ? 'the body' : `${shown} in the body`;
  if (name !== 'authorization') return `the header ${shown}`;
  const word = /^([A-Za-z]+)\s/.exec(value)?.[1];
  return word === undefined
    ? 'the header Authorization, without a word before it'
    : `the header Authorization: ${word}`;
}
