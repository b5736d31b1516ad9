import { isObject } from '../../openapi/model/is-object.ts';
import { aNumberBetween, aText, checkOptions, type OptionCheck } from './check-options.ts';

/** What a key makes the mock do, as Stripe's test cards do: data, so that anybody can have such keys. */
export interface AccountState {
  /** The key no longer opens anything (401). */
  readonly isRevoked?: boolean;
  /** The first quota period in which it is used has only so many calls left: 0 = spent, 1 = the last call. */
  readonly callsLeft?: number;
  /** The bucket is always empty (429). */
  readonly isThrottled?: boolean;
  /** A valid request is answered with this failure. */
  readonly failsWith?: 'internal-error' | 'maintenance';
  /** A valid request is answered so much later, in milliseconds. */
  readonly delayMs?: number;
}

/** States by name. */
export const keyStates = {
  revoked: { isRevoked: true },
  'quota-spent': { callsLeft: 0 },
  'last-call': { callsLeft: 1 },
  throttled: { isThrottled: true },
  maintenance: { failsWith: 'maintenance' },
  error: { failsWith: 'internal-error' },
  slow: { delayMs: 3_000 },
} as const satisfies Readonly<Record<string, AccountState>>;

export type KeyStateName = keyof typeof keyStates;

/** What can be said of a key. */
export interface KeyOptions {
  /** Default: a new one that nobody else has. */
  readonly key?: string;
  /** A plan's id. Default: the first plan that a plans table shows. */
  readonly plan?: string;
  /** Whose key it is, or what for: stands in the journal. Default: the plan's name. */
  readonly label?: string;
  /** A state by name, or its parts; null: none. */
  readonly state?: KeyStateName | AccountState | null;
}

const aState: OptionCheck = [
  (value) =>
    value === null ||
    (typeof value === 'string' && Object.hasOwn(keyStates, value)) ||
    (isObject(value) && isState(value)),
  `one of ${Object.keys(keyStates).join(', ')}, or an object of isRevoked, callsLeft, isThrottled, failsWith, delayMs`,
];

function isState(value: object): boolean {
  checkOptions<AccountState>('The state of a key', value, {
    isRevoked: [(flag) => typeof flag === 'boolean', 'true or false'],
    callsLeft: aNumberBetween(0, Number.MAX_SAFE_INTEGER),
    isThrottled: [(flag) => typeof flag === 'boolean', 'true or false'],
    failsWith: [
      (name) => name === 'internal-error' || name === 'maintenance',
      '"internal-error" or "maintenance"',
    ],
    delayMs: aNumberBetween(0, 3_600_000),
  });
  return true;
}

/** Throws a TypeError that says what is wrong. */
export function checkKeyOptions(options: KeyOptions): void {
  checkOptions<KeyOptions>('A key', options, { key: aText, plan: aText, label: aText, state: aState });
}

export function stateOf(given: KeyOptions['state']): AccountState | undefined {
  if (typeof given === 'string') return keyStates[given];
  return given ?? undefined;
}
