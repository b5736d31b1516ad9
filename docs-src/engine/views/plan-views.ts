import type { Operation } from '../../../openapi/model/api-model.ts';
import { findPeriod } from '../../../openapi/model/periods.ts';
import type { PlanLimits, UsagePlan, UsagePlans } from '../../../openapi/model/usage-plans.ts';
import type { EngineWords } from '../words/words.ts';
import type { OperationPlanView, PlansTableView } from './views.ts';

function count(value: number, words: EngineWords): string {
  return new Intl.NumberFormat(words.locale).format(value);
}

function rateText({ rate }: PlanLimits, words: EngineWords): string | undefined {
  if (rate === undefined) return undefined;
  const period = findPeriod(rate.periodSeconds);
  const unit = period === undefined ? words.seconds(rate.periodSeconds) : words.period[period];
  return rate.shown ?? words.callsOfRate(count(rate.max, words), unit);
}

function quotaText({ quota }: PlanLimits, words: EngineWords): string | undefined {
  if (quota === undefined) return undefined;
  return quota.shown ?? words.calls(count(quota.max, words), words.period[quota.period]);
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
        rate: isIncluded ? rateText(limits, words) : undefined,
        quota: isIncluded ? quotaText(limits, words) : undefined,
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

function priceText({ pricing }: UsagePlan, words: EngineWords): string {
  if (pricing.shown !== undefined) return pricing.shown;
  const amount = amountText(pricing, words);
  return pricing.cost === 0 ? amount : words.perPeriod(amount, pricing.billing);
}

/** The plans side by side: limits, features, support, price. Hidden plans with a public key are listed apart. */
export function plansTable(plans: UsagePlans, words: EngineWords): PlansTableView {
  const shown = plans.plans.filter((plan) => !plan.isHidden);
  const textRow = (title: string, cell: (plan: UsagePlan) => string | undefined) => ({
    title,
    cells: shown.map((plan) => {
      const text = cell(plan);
      return text === undefined ? { kind: 'no' as const, text: words.none } : { kind: 'text' as const, text };
    }),
  });
  return {
    plans: shown.map((plan) => plan.displayName),
    rows: [
      textRow(words.requestSpeed, (plan) => rateText(plan.limits, words)),
      textRow(words.limit, (plan) => quotaText(plan.limits, words)),
      ...plans.features.map((feature) => ({
        title: feature.name,
        cells: shown.map((plan) => {
          const has = feature.operationIds.every((id) => !plan.closedOperationIds.has(id));
          return { kind: has ? ('yes' as const) : ('no' as const), text: '' };
        }),
      })),
      textRow(words.support, (plan) => plan.support),
      textRow(words.price, (plan) => priceText(plan, words)),
    ],
    demos: plans.plans.flatMap((plan) =>
      plan.demoKey === undefined
        ? []
        : [
            {
              name: plan.displayName,
              key: plan.demoKey,
              rate: rateText(plan.limits, words),
              quota: quotaText(plan.limits, words),
            },
          ],
    ),
  };
}
