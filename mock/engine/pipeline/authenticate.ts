import type {
  RequiredScheme,
  SecurityRequirement,
  SecurityScheme,
} from '../../../openapi/model/api-model.ts';
import type { Account } from '../accounts.ts';
import {
  challengeOf,
  credentialFor,
  isWellFormed,
  placeOfCredential,
  sentCredential,
} from '../credentials.ts';
import type { Engine } from '../engine.ts';
import type { Arrived, Identified, Matched } from '../exchange.ts';
import { createFailure, type Failure } from '../failures/failure.ts';
import type { AccountState } from '../key-options.ts';
import { longestSearchedBody, type SentValue, searchedText, sentValues } from '../sent-values.ts';
import { type Step, Stop } from '../step.ts';
import { findMisplacedKey } from './find-misplaced-key.ts';

type Judgement = { readonly account: Account | undefined } | { readonly failure: Failure };

function startsWithOwnName(scheme: SecurityScheme, credential: string): boolean {
  if (scheme.type !== 'apiKey' || scheme.in !== 'header' || scheme.name === undefined) return false;
  const rest = credential.slice(scheme.name.length);
  return credential.toLowerCase().startsWith(scheme.name.toLowerCase()) && /^\s*[:=]/.test(rest);
}

/** Keys to name in a refusal: none to who has sent one of them, only not as it should be. */
function keysToName(sent: readonly SentValue[], { mask, accounts }: Engine): readonly string[] {
  const { keysToTry } = accounts;
  return mask.carriedBy(sent).known.some((key) => keysToTry.includes(key)) ? [] : keysToTry;
}

/** What a credential opens. Without plans every other credential opens everything. */
function judge(scheme: SecurityScheme, credential: string, exchange: Arrived, engine: Engine): Judgement {
  const account = engine.accounts.find(credential);
  if (account !== undefined && !account.state?.isRevoked) return { account };
  const place = placeOfCredential(scheme);
  const keys = () => keysToName(sentValues(exchange.request, undefined), engine);
  if (scheme.placeholder !== undefined && credential === scheme.placeholder) {
    return { failure: createFailure('placeholder-key', { placeholder: credential, place, keys: keys() }) };
  }
  if (startsWithOwnName(scheme, credential)) {
    return { failure: createFailure('header-in-key', { name: scheme.name ?? '', place, keys: keys() }) };
  }
  if (account !== undefined) return { failure: createFailure('revoked-key', { place, keys: keys() }) };
  const isAdmitted = engine.accounts.admitsStrangers && isWellFormed(scheme, exchange.request.headers);
  if (isAdmitted || scheme.type === 'mutualTLS') return { account: undefined };
  // A header that is sent twice arrives as a list (RFC 9110, section 5.3).
  const isList = credential.includes(', ');
  const isWrapped = engine.mask.text(credential) !== credential;
  return { failure: createFailure('unknown-key', { place, keys: keys(), isList, isWrapped }) };
}

/** All schemes of one alternative; undefined: not all were sent. */
function judgeAlternative(
  requirement: SecurityRequirement,
  exchange: Arrived,
  engine: Engine,
): Judgement | undefined {
  let account: Account | undefined;
  for (const { scheme } of requirement) {
    const credential = credentialFor(scheme, exchange.request, exchange.queryString);
    if (credential === undefined) return undefined;
    const judgement = judge(scheme, credential, exchange, engine);
    if ('failure' in judgement) return judgement;
    account ??= judgement.account;
  }
  return { account };
}

/** For a refusal, a body is read only where it is short and on its way. */
async function bodyToSearch({ request }: Arrived): Promise<string | undefined> {
  const { expect, 'content-length': length = '0' } = request.headers;
  if (expect !== undefined || Number(length) === 0 || Number(length) > longestSearchedBody) return undefined;
  return searchedText(await request.readBody(longestSearchedBody));
}

/** Nothing where the operation's schemes look: somewhere else, perhaps. */
async function missingKey(
  exchange: Arrived & Matched,
  alternatives: readonly SecurityRequirement[],
  engine: Engine,
): Promise<Failure> {
  const placesOf = (schemes: readonly RequiredScheme[]) =>
    schemes.map(
      ({ scheme }) => `${scheme.type === 'apiKey' ? 'an API key in ' : ''}${placeOfCredential(scheme)}`,
    );
  const needs = alternatives.map((schemes) => placesOf(schemes).join(' and ')).join(', or ');
  const sent = sentValues(exchange.request, await bodyToSearch(exchange));
  const keys = keysToName(sent, engine);
  const found = findMisplacedKey(sent, exchange, exchange.operation.definition, engine);
  return found === undefined
    ? createFailure('missing-key', { needs, keys })
    : createFailure('misplaced-key', { found, needs, keys });
}

function withChallenge(
  failure: Failure,
  alternatives: readonly SecurityRequirement[],
  engine: Engine,
): Failure {
  const schemes = new Set(alternatives.flatMap((requirement) => requirement.map(({ scheme }) => scheme)));
  const challenges = [...schemes].map((scheme) => challengeOf(scheme, engine.model.info.title));
  return { ...failure, headers: { ...failure.headers, 'WWW-Authenticate': challenges.join(', ') } };
}

/** The state of a key that was sent along where none is needed: nothing is refused there, but maintenance is for all. */
function stateOfUnneededKey(exchange: Arrived, engine: Engine): AccountState | undefined {
  const credential = sentCredential(engine.model, exchange.request, exchange.queryString);
  return credential === undefined ? undefined : engine.accounts.find(credential)?.state;
}

/** Finds out who calls (401). Security is an OR of ANDs (OpenAPI, Security Requirement Object). */
export const authenticate: Step<Arrived & Matched, Identified> = {
  name: 'authenticate',
  run(exchange, engine) {
    const { security } = exchange.operation.definition;
    const alternatives = security.filter((requirement) => requirement.length > 0);
    if (alternatives.length === 0) {
      return { account: undefined, keyState: stateOfUnneededKey(exchange, engine) };
    }
    let failure: Failure | undefined;
    for (const requirement of alternatives) {
      const judgement = judgeAlternative(requirement, exchange, engine);
      if (judgement === undefined) continue;
      if ('account' in judgement) return { account: judgement.account, keyState: judgement.account?.state };
      failure ??= judgement.failure;
    }
    // An empty alternative makes security optional.
    if (alternatives.length < security.length) return { account: undefined, keyState: undefined };
    const refuse = (reason: Failure) => new Stop(withChallenge(reason, alternatives, engine));
    return failure === undefined ? missingKey(exchange, alternatives, engine).then(refuse) : refuse(failure);
  },
};
