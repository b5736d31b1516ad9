import { existsSync } from 'node:fs';
import { isObject } from '../openapi/model/is-object.ts';
import type { GivenPlans } from '../openapi/model/read/given-plans.ts';
import { checkScenarios, type Scenario } from './engine/admin/scenario.ts';
import {
  aFlag,
  aNumber,
  aNumberBetween,
  aText,
  checkOptions,
  type OptionCheck,
} from './engine/check-options.ts';
import type { Timer } from './engine/clock/timer.ts';
import type { ErrorTemplate } from './engine/failures/error-template.ts';
import type { GatewayProfile } from './engine/failures/gateway-profile.ts';
import type { AnyOperations, OperationHandlers } from './engine/handler.ts';
import type { KeyOptions } from './engine/key-options.ts';
import type { SharedUsageOptions } from './engine/limits/shared-usage.ts';
import type { Logger } from './engine/logger.ts';
import type { KeyAndCertificate } from './engine/tls/server-certificate.ts';

/** Every option has a default, which undefined is, too: `createMockServer()` is Inokufu's API on a free port of this machine. */
export interface MockServerOptions<Operations = AnyOperations> {
  /** Path or address of another OpenAPI document; what is wrong in it becomes a warning. Default: Inokufu's own. */
  readonly document?: string | undefined;
  /**
   * Usage plans in the place of the document's own: the path of an SLA4OAI file, or
   * `{ free: { rate: '10/s', quota: '500/month', closed: ['exportReport'] } }`.
   */
  readonly plans?: GivenPlans | undefined;
  /** Paths or addresses of OpenAPI Overlays, applied to the document in this order. */
  readonly overlays?: readonly string[] | undefined;
  /** Keys beside the one that each plan has, or in its place. */
  readonly keys?: readonly KeyOptions[] | undefined;
  /** The body of failures. Default: what the document describes, else problem details (RFC 9457). */
  readonly errors?: ErrorTemplate | undefined;
  /** Handlers by operationId; they come before the ones that Inokufu's document has. */
  readonly handlers?: OperationHandlers<Operations> | undefined;
  /**
   * Operations that a real server answers, by operationId, with the address where its paths begin: `{ search: 'https://api.example/v2' }`.
   * What comes before a reply (keys, limits, faults, checks of the request) stays the mock's; functions given to `use` come first.
   */
  readonly passthrough?: Readonly<Record<string, string>> | undefined;
  /** A file of learning objects, CSV (`.csv`) or one JSON object a line, in the place of those that Inokufu's mock makes up. */
  readonly learningObjects?: string | undefined;
  /** Named sets of keys, clock and faults, beside those that Inokufu's mock has. */
  readonly scenarios?: Readonly<Record<string, Scenario>> | undefined;
  /** Whose refusals: the documented ones (default), or those that Amazon API Gateway puts on the wire. */
  readonly gateway?: GatewayProfile['name'] | undefined;
  /** Every reply to a call of an operation comes so much later, in milliseconds. Default: 0. */
  readonly delay?: number | undefined;
  /** Default: the machine's time, running. */
  readonly clock?: { readonly startAt?: number | Date | string; readonly isFrozen?: boolean } | undefined;
  /** Makes ids and `Prefer: dynamic=true` the same in every run. Default: random. */
  readonly seed?: number | undefined;
  /** Whether it listens on a port. Without one `fetch` and `answer` reach it. Default: true. */
  readonly listen?: boolean | undefined;
  /** 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** Default: 127.0.0.1, and ::1 where this machine has it. */
  readonly hosts?: readonly string[] | undefined;
  /**
   * TLS where it listens. `true` makes a certificate for the hosts and this machine's names, and an authority to trust
   * (`mock.authority`); it needs the packages `@peculiar/x509` and `reflect-metadata`. Default: false.
   */
  readonly tls?: boolean | KeyAndCertificate | undefined;
  /** Directory of the documentation site, served at `/`. Default: none. */
  readonly siteDirectory?: string | undefined;
  /** The admin side at /__mock. Default: true. */
  readonly admin?: boolean | undefined;
  /** Whoever sends it as `Authorization: Bearer TOKEN` may use the admin side, from anywhere; nobody may without it. */
  readonly adminToken?: string | undefined;
  /** Names that the mock is called by, and origins of pages, which may use the admin side, too. Default: this machine alone. */
  readonly adminFrom?: readonly string[] | undefined;
  /** Whether links in replies begin as `X-Forwarded-Proto` and `X-Forwarded-Host` say. Default: no. */
  readonly trustProxy?: boolean | undefined;
  /**
   * Address of a Redis, `redis://127.0.0.1:6379`: mocks that have the same share the usage of keys; it needs the package
   * `@redis/client`. Default: usage in memory.
   */
  readonly redis?: string | undefined;
  /** While Redis is away calls are refused with 503 (default), or each mock counts alone; `X-Mock-Usage` says it. */
  readonly redisAway?: SharedUsageOptions['whenAway'] | undefined;
  /** A pino logger fits. Default: silent. */
  readonly logger?: Logger | undefined;
  /** How delays wait. Default: the machine's timer. */
  readonly timer?: Timer | undefined;
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isFunction = (value: unknown) => typeof value === 'function';
const redisAddress = /^rediss?:\/\/[^/?#]+(\/\d*)?$/;
const longestDelayMs = 3_600_000;

function aListOf(isFitting: (value: unknown) => boolean, wanted: string): OptionCheck {
  return [(value) => Array.isArray(value) && value.length > 0 && value.every(isFitting), wanted];
}

/** Throws a TypeError that names the option, what it must be and what it is. */
export function checkMockServerOptions<Operations>(options: MockServerOptions<Operations>): void {
  checkOptions<MockServerOptions<Operations>>('createMockServer', options, {
    document: [isText, 'the path or address of an OpenAPI document'],
    plans: [
      (value) => isText(value) || isObject(value),
      'the path of an SLA4OAI file, or plans by their ids',
    ],
    overlays: [
      (value) => Array.isArray(value) && value.every(isText),
      'a list of paths like ["fr.overlay.yaml"]',
    ],
    keys: [(value) => Array.isArray(value) && value.every(isObject), 'a list like [{ plan: "free" }]'],
    handlers: [
      (value) => isObject(value) && Object.values(value).every(isFunction),
      'functions by operationId',
    ],
    passthrough: [
      (value) => isObject(value) && Object.values(value).every(isText),
      'addresses of real servers by operationId',
    ],
    errors: [
      (value) => isObject(value) && value.body !== undefined,
      'a template like { body: { message: "{message}" } }',
    ],
    learningObjects: [isText, 'the path of a file of learning objects: CSV, or a JSON object a line'],
    scenarios: [isObject, 'scenarios by name'],
    gateway: [(value) => value === 'documented' || value === 'aws', '"documented" or "aws"'],
    delay: aNumberBetween(0, longestDelayMs),
    clock: [isObject, 'an object like { startAt: "2026-12-01T00:00:00Z", isFrozen: true }'],
    seed: aNumber,
    listen: aFlag,
    port: [aNumberBetween(0, 65_535)[0], 'a whole number from 0 (any free port) to 65535'],
    hosts: aListOf(isText, 'a list of addresses like ["127.0.0.1"]'),
    tls: [
      (value) => typeof value === 'boolean' || (isObject(value) && isText(value.key) && isText(value.cert)),
      'true, false, or PEM texts { key, cert }',
    ],
    siteDirectory: [
      (value) => typeof value === 'string' && existsSync(value),
      'a directory that is there: build the site first',
    ],
    admin: aFlag,
    adminToken: aText,
    adminFrom: aListOf(isText, 'a list of names and origins like ["mock", "http://localhost:5173"]'),
    trustProxy: aFlag,
    redis: [
      (value) => typeof value === 'string' && redisAddress.test(value) && URL.canParse(value),
      'an address like redis://127.0.0.1:6379',
    ],
    redisAway: [(value) => value === 'refuse' || value === 'local', '"refuse" or "local"'],
    logger: [
      (value) => isObject(value) && isFunction(value.info) && isFunction(value.error),
      'a logger with info() and error()',
    ],
    timer: [isFunction, 'a function that waits'],
  });
  checkScenarios(options.scenarios ?? {});
}
