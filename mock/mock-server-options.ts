import { existsSync } from 'node:fs';
import { inspect } from 'node:util';
import { isObject } from '../openapi/model/is-object.ts';
import type { GivenPlans } from '../openapi/model/read/given-plans.ts';
import type { Timer } from './engine/clock/timer.ts';
import type { ErrorTemplate } from './engine/failures/error-template.ts';
import type { GatewayProfile } from './engine/failures/gateway-profile.ts';
import type { Handler } from './engine/handler.ts';
import { type KeyOptions, keyStates } from './engine/key-options.ts';
import type { Logger } from './engine/logger.ts';

/** Every option has a default: `createMockServer()` is Inokufu's API on a free port of this machine. */
export interface MockServerOptions {
  /** Path or address of another OpenAPI document; what is wrong in it becomes a warning. Default: Inokufu's own. */
  readonly document?: string;
  /**
   * Usage plans in the place of the document's own: the path of an SLA4OAI file, or
   * `{ free: { rate: '10/s', quota: '500/month', closed: ['exportReport'] } }`.
   */
  readonly plans?: GivenPlans;
  /** Keys beside those of the plans, `mock-<plan>-key`. */
  readonly keys?: readonly KeyOptions[];
  /** The body of failures. Default: what the document describes, else problem details (RFC 9457). */
  readonly errors?: ErrorTemplate;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Default: 127.0.0.1, and ::1 where this machine has it. */
  readonly hosts?: readonly string[];
  /** Directory of the documentation site, served at `/`. Default: none. */
  readonly siteDirectory?: string;
  /** Whose refusals: the documented ones (default), or those that Amazon API Gateway puts on the wire. */
  readonly gateway?: GatewayProfile['name'];
  /** Default: the machine's time, running. */
  readonly clock?: { readonly startAt?: number | Date | string; readonly isFrozen?: boolean };
  /** Makes ids and `Prefer: dynamic=true` the same in every run. Default: random. */
  readonly seed?: number;
  /** The admin side at /__mock. Default: true. */
  readonly admin?: boolean;
  /** A pino logger fits. Default: silent. */
  readonly logger?: Logger;
  /** Handlers by operationId; they come before the ones that Inokufu's document has. */
  readonly handlers?: Readonly<Record<string, Handler>>;
  /** How `mock-slow-key` waits. Default: the machine's timer. */
  readonly timer?: Timer;
}

function isListOfKeys(value: unknown): boolean {
  return Array.isArray(value) && value.every((key) => isObject(key) && isText(key.key) && isState(key.state));
}

function isState(state: unknown): boolean {
  return (
    state === undefined || isObject(state) || (typeof state === 'string' && Object.hasOwn(keyStates, state))
  );
}

type Check = readonly [isFitting: (value: unknown) => boolean, wanted: string];

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isFunction = (value: unknown) => typeof value === 'function';
const isWholeNumber = (value: unknown) => Number.isSafeInteger(value);

/** Callers without TypeScript are told, too; a name that stands nowhere here would be left out without a word. */
const checks: Readonly<Record<keyof MockServerOptions, Check>> = {
  document: [isText, 'the path or address of an OpenAPI document'],
  plans: [(value) => isText(value) || isObject(value), 'the path of an SLA4OAI file, or plans by their ids'],
  keys: [isListOfKeys, 'a list like [{ key: "a-key", plan: "free", state: "revoked" }]'],
  errors: [
    (value) => isObject(value) && value.body !== undefined,
    'a template like { body: { message: "{message}" } }',
  ],
  port: [
    (value) => isWholeNumber(value) && Number(value) >= 0 && Number(value) <= 65_535,
    'a whole number from 0 (any free port) to 65535',
  ],
  hosts: [
    (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
    'a list of addresses like ["127.0.0.1"]',
  ],
  siteDirectory: [
    (value) => typeof value === 'string' && existsSync(value),
    'a directory that is there: build the site first',
  ],
  gateway: [(value) => value === 'documented' || value === 'aws', '"documented" or "aws"'],
  clock: [isObject, 'an object like { startAt: "2026-12-01T00:00:00Z", isFrozen: true }'],
  seed: [isWholeNumber, 'a whole number'],
  admin: [(value) => typeof value === 'boolean', 'true or false'],
  logger: [
    (value) => isObject(value) && isFunction(value.info) && isFunction(value.error),
    'a logger with info() and error()',
  ],
  handlers: [
    (value) => isObject(value) && Object.values(value).every(isFunction),
    'functions by operationId',
  ],
  timer: [isFunction, 'a function that waits'],
};

/** Throws a TypeError that names the option, what it must be and what it is. */
export function checkMockServerOptions(options: MockServerOptions): void {
  if (!isObject(options)) throw new TypeError('createMockServer takes one object of options, or nothing.');
  const known: Readonly<Record<string, Check | undefined>> = checks;
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (check === undefined) {
      const names = Object.keys(checks).join(', ');
      throw new TypeError(`createMockServer has no option "${name}". Its options are ${names}.`);
    }
    const [isFitting, wanted] = check;
    if (value !== undefined && !isFitting(value)) {
      throw new TypeError(`The option "${name}" must be ${wanted}, not ${inspect(value, { depth: 1 })}.`);
    }
  }
}
