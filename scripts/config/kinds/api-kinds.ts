import { type ErrorTemplate, faultOfErrorTemplate } from '../../../mock/engine/failures/error-template.ts';
import { type KeyStateName, keyStates } from '../../../mock/engine/key-options.ts';
import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import type { LocatedPlans } from '../../../openapi/model/read/given-plans.ts';
import {
  type ShortPlans,
  shortPlanSchema,
  slaOfShortPlans,
} from '../../../openapi/model/read/short-plans.ts';
import { type Kind, simpleKind } from './kind.ts';
import { listOf, objectOf, textsByName, wordOrObject } from './structures.ts';
import { choice, filePath, text, wholeNumber, yesOrNo } from './words.ts';

/** Kinds of what a configuration says of an API itself: its plans, keys, failures and behaviour. */

const shortPlans: Kind<ShortPlans, LocatedPlans> = {
  wanted: 'plans by their ids: { free: { rate: 10/s, quota: 500/month } }',
  schema: { type: 'object', additionalProperties: shortPlanSchema },
  read(place, note) {
    let isWhole = true;
    slaOfShortPlans(place.value, (message, pointer) => {
      isWhole = false;
      note(message, { ...place, pointer: place.pointer + pointer });
    });
    return isWhole ? { plans: place.value as ShortPlans, file: place.file } : undefined; // just read
  },
};

export const givenPlans = wordOrObject(filePath('the path of an SLA4OAI file'), shortPlans);

const milliseconds = wholeNumber('a whole number of milliseconds', { minimum: 0, placeholder: '<ms>' });

export const keyStateNames = Object.keys(keyStates) as readonly KeyStateName[]; // the keys of that table

const keyState = wordOrObject(
  choice(keyStateNames, '<state>'),
  objectOf('what a state is made of', {
    isRevoked: { kind: yesOrNo, description: 'it opens nothing any more (401)' },
    callsLeft: {
      kind: wholeNumber('a whole number of calls', { minimum: 0 }),
      description: 'the first period of its quota in which it is used has only so many calls left',
    },
    isThrottled: { kind: yesOrNo, description: 'it is always too fast (429)' },
    failsWith: {
      kind: choice(['internal-error', 'maintenance'], '<failure>'),
      description: 'a valid request fails with this (500, 503)',
    },
    delayMs: { kind: milliseconds, description: 'a valid request is answered so many milliseconds later' },
  }),
);

export const keys = listOf(
  objectOf('a key like { key: test-key, plan: free, state: revoked }', {
    key: { kind: text('a key'), description: 'what a client sends', isRequired: true },
    plan: { kind: text('the id of a plan'), description: 'whose limits it has' },
    label: { kind: text('a few words'), description: 'what it is for' },
    state: { kind: keyState, description: 'what it makes the mock do' },
  }),
);

const anyJson: Kind<JsonValue> = simpleKind({ wanted: 'a value', schema: {} }, () => true);

const statusesByCode: Kind<Readonly<Record<string, number>>> = simpleKind(
  {
    wanted: 'statuses from 400 to 599 by codes of failures',
    schema: { type: 'object', additionalProperties: { type: 'integer', minimum: 400, maximum: 599 } },
  },
  (value) =>
    isObject(value) &&
    Object.values(value).every(
      (status) => Number.isInteger(status) && Number(status) >= 400 && Number(status) <= 599,
    ),
);

const errorParts = objectOf('a template like { body: { error: { code: "{code}", message: "{message}" } } }', {
  mediaType: { kind: text('a media type'), description: 'of the body (default: application/json)' },
  body: {
    kind: anyJson,
    description: 'the body, with {code}, {status}, {title}, {message}, {problems} and {requestId} in it',
    isRequired: true,
  },
  codes: {
    kind: textsByName("the API's own words for codes of failures"),
    description: "the API's own words for codes: { unknown-key: UNAUTHENTICATED }",
  },
  statuses: {
    kind: statusesByCode,
    description: 'statuses in the place of ours, by code: { missing-key: 403 }',
  },
  isDocumented: {
    kind: yesOrNo,
    description: 'the document describes the body: failures are checked against it',
  },
});

export const errorTemplate: Kind<ErrorTemplate> = {
  wanted: errorParts.wanted,
  schema: errorParts.schema,
  read(place, note) {
    const template = errorParts.read(place, note);
    if (template === undefined) return undefined;
    const fault = faultOfErrorTemplate(template);
    if (fault === undefined) return template;
    note(fault, place);
    return undefined;
  },
};

const functions: Kind<Readonly<Record<string, object>>> = simpleKind(
  { wanted: 'functions by operationId', schema: { type: 'object' } },
  (value) => isObject(value) && Object.values(value).every((one: unknown) => typeof one === 'function'),
);

export const handlers = wordOrObject(filePath('the path of a module'), functions);

/** What stands in each is checked where the mock starts. */
export const scenarios: Kind<Readonly<Record<string, object>>> = simpleKind(
  { wanted: 'scenarios by name', schema: { type: 'object', additionalProperties: { type: 'object' } } },
  (value) => isObject(value) && Object.values(value).every(isObject),
);
