/** The usage plans of `info.x-sla`, read as openapi/document/plans.yaml explains; `base` is already merged into each plan. */
export interface UsagePlans {
  readonly provider: string | undefined;
  /** In document order. */
  readonly plans: readonly UsagePlan[];
  /** What the rows of a plans table stand for (`x-kit-features`). */
  readonly features: readonly PlanFeature[];
}

/** A row "Search by ROME" of a plans table: a plan has the feature if it includes all of its operations. */
export interface PlanFeature {
  readonly name: string;
  readonly operationIds: readonly string[];
}

export interface UsagePlan {
  /** Its key in the plans file: `free`. */
  readonly id: string;
  /** `x-kit-display-name`, else the id. */
  readonly displayName: string;
  /** `x-kit-hidden`: not a column of a plans table. */
  readonly isHidden: boolean;
  readonly pricing: PlanPricing;
  /** `x-kit-support`; undefined = none. */
  readonly support: string | undefined;
  /** `x-kit-demo-key`: a public key of this plan that anyone may use. */
  readonly demoKey: string | undefined;
  /** `x-kit-order-url`: where one gets it. */
  readonly orderUrl: string | undefined;
  /** `x-kit-assumption`: what nobody documented and the document's author decided. */
  readonly assumption: string | undefined;
  /** One pool over all operations that need a key (`default`). */
  readonly limits: PlanLimits;
  /** A path's own entry is an additional limit on that operation, with a pool of its own. By operationId. */
  readonly operationLimits: ReadonlyMap<string, PlanLimits>;
  /** Operations that a `max: 0` or `x-kit-closed` closes in this plan, by operationId. */
  readonly closedOperationIds: ReadonlySet<string>;
}

export interface PlanLimits {
  /** Token bucket. */
  readonly rate: RateLimit | undefined;
  /** Calendar period in UTC. */
  readonly quota: QuotaLimit | undefined;
}

export interface RateLimit {
  /** Calls that come back in each period. */
  readonly max: number;
  readonly periodSeconds: number;
  /** Size of the bucket (`x-kit-burst`), else `max`. */
  readonly burst: number;
  /** `x-kit-shown`, the text to show instead of `max`: `> 500`. */
  readonly shown: string | undefined;
}

export type QuotaPeriod = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year' | 'forever';

export interface QuotaLimit {
  readonly max: number;
  readonly period: QuotaPeriod;
  readonly shown: string | undefined;
}

export interface PlanPricing {
  readonly cost: number;
  /** ISO 4217. */
  readonly currency: string;
  /** SLA4OAI: onepay, daily, weekly, monthly, quarterly, yearly. */
  readonly billing: string;
  readonly shown: string | undefined;
}
