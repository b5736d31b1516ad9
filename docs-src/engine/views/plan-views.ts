import type { Operation } from '../../../openapi/model/api-model.ts';
import { findPeriod } from '../../../openapi/model/periods.ts';
import type { PlanLimits, UsagePlan, UsagePlans } from '../../../openapi/model/usage-plans.ts';
import type { EngineWords } from '../words/words.ts';
import type { OperationPlanView, PlansTableView } from './views.ts';

function count(value: number, words: EngineWords): string {
  return new Intl.NumberFormat(words.locale).format(value);
}

/** A number and what it counts: `10`, `calls a second`, and both as a phrase. */
interface Amount {
  readonly number: string;
  readonly unit: string;
  readonly phrase: string;
}

function rateOf({ rate }: PlanLimits, words: EngineWords): Amount | undefined {
  if (rate === undefined) return undefined;
  const period = findPeriod(rate.periodSeconds);
  return callsOf(
    rate,
    period === undefined ? words.seconds(rate.periodSeconds) : words.period[period],
    words,
  );
}

function quotaOf({ quota }: PlanLimits, words: EngineWords): Amount | undefined {
  return quota === undefined ? undefined : callsOf(quota, words.period[quota.period], words);
}

function callsOf(
  { max, shown }: { readonly max: number; readonly shown: string | undefined },
  period: string,
  words: EngineWords,
): Amount {
  const number = shown ?? count(max, words);
  return { number, unit: words.calls('', period).trim(), phrase: words.calls(number, period) };
}

/** What each shown plan gives for one operation; nothing to say where no key is needed. */
export function operationPlans(
  operation: Operation,
  plans: UsagePlans | undefined,
  words: EngineWords,
): OperationPlanView[] {
  if (plans === undefined || !operation.security.some((alternative) => alternative.length > 0)) return [];
  return plans.plans
    .filter((plan) => !plan.isHidden)
    .map((plan) => {
      const isIncluded = !plan.closedOperationIds.has(operation.operationId);
      const limits = plan.operationLimits.get(operation.operationId) ?? plan.limits;
      return {
        name: plan.displayName,
        isIncluded,
        rate: isIncluded ? rateOf(limits, words)?.phrase : undefined,
        quota: isIncluded ? quotaOf(limits, words)?.phrase : undefined,
      };
    });
}

/** With the currency's own sign; a currency without an ISO 4217 code (`points`) stands as it is written. */
function amountText({ cost, currency }: UsagePlan['pricing'], words: EngineWords): string {
  const minimumFractionDigits = Number.isInteger(cost) ? 0 : 2;
  const isCode = /^[a-z]{3}$/i.test(currency);
  const style = isCode ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const) : {};
  const amount = new Intl.NumberFormat(words.locale, { ...style, minimumFractionDigits }).format(cost);
  return isCode ? amount : `${amount} ${currency}`;
}

/** A price on quote, and one of nothing, has no period. */
function priceOf({ pricing }: UsagePlan, words: EngineWords): Amount {
  if (pricing.shown !== undefined) return { number: pricing.shown, unit: '', phrase: pricing.shown };
  const number = amountText(pricing, words);
  if (pricing.cost === 0) return { number, unit: '', phrase: number };
  return {
    number,
    unit: words.perPeriod('', pricing.billing),
    phrase: words.perPeriod(number, pricing.billing),
  };
}

type PlansRow = PlansTableView['rows'][number];

/** The unit stands in the row's head where it is one for all; else each cell says its own. */
function amountRow(title: string, amounts: readonly (Amount | undefined)[], words: EngineWords): PlansRow {
  const units = new Set(amounts.flatMap((amount) => amount?.unit || []));
  const unit = units.size === 1 ? [...units][0] : undefined;
  return {
    title,
    unit,
    cells: amounts.map((amount) => {
      if (amount === undefined) return { kind: 'no', text: words.none };
      return { kind: 'number', text: unit === undefined ? amount.phrase : amount.number };
    }),
  };
}

/** The plans side by side: limits, features, support, price. Hidden plans with a public key are listed apart. */
export function plansTable(plans: UsagePlans, words: EngineWords): PlansTableView {
  const shown = plans.plans.filter((plan) => !plan.isHidden);
  const amounts = (title: string, amountOf: (plan: UsagePlan) => Amount | undefined) =>
    amountRow(title, shown.map(amountOf), words);
  return {
    plans: shown.map((plan) => plan.displayName),
    rows: [
      amounts(words.requestSpeed, (plan) => rateOf(plan.limits, words)),
      amounts(words.limit, (plan) => quotaOf(plan.limits, words)),
      ...plans.features.map(
        (feature): PlansRow => ({
          title: feature.name,
          unit: undefined,
          cells: shown.map((plan) => {
            const has = feature.operationIds.every((id) => !plan.closedOperationIds.has(id));
            return { kind: has ? 'yes' : 'no', text: '' };
          }),
        }),
      ),
      {
        title: words.support,
        unit: undefined,
        cells: shown.map(({ support }) =>
          support === undefined ? { kind: 'no', text: words.none } : { kind: 'text', text: support },
        ),
      },
      amounts(words.price, (plan) => priceOf(plan, words)),
    ],
    orders: shown.some(({ orderUrl }) => orderUrl !== undefined)
      ? shown.map(({ displayName, orderUrl }) =>
          orderUrl === undefined ? undefined : { label: words.orderPlan(displayName), href: orderUrl },
        )
      : [],
    demos: plans.plans.flatMap((plan) =>
      plan.demoKey === undefined
        ? []
        : [
            {
              name: plan.displayName,
              key: plan.demoKey,
              rate: rateOf(plan.limits, words)?.phrase,
              quota: quotaOf(plan.limits, words)?.phrase,
            },
          ],
    ),
  };
}
