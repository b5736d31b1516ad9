import type { KeyOptions } from '../engine/key-options.ts';

/** A plan that opens every operation. */
const plan = 'pro';

/** Keys that put an app into a state without a change of its code, as Stripe's test cards do. */
export const inokufuKeys: readonly KeyOptions[] = [
  { key: 'mock-quota-spent-key', plan, label: 'quota spent: 429', state: 'quota-spent' },
  { key: 'mock-last-call-key', plan, label: 'one call left, then 429', state: 'last-call' },
  { key: 'mock-throttled-key', plan, label: 'too fast: 429', state: 'throttled' },
  { key: 'mock-revoked-key', plan, label: 'revoked: 401', state: 'revoked' },
  { key: 'mock-maintenance-key', plan, label: 'maintenance: 503', state: 'maintenance' },
  { key: 'mock-error-key', plan, label: 'internal error: 500', state: 'error' },
  { key: 'mock-slow-key', plan, label: 'answers after 3 seconds', state: 'slow' },
];
