import type { Operation } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import type { PlanFeature, PlanPricing, UsagePlan, UsagePlans } from '../usage-plans.ts';
import { valueText } from '../value-text.ts';
import type { DocumentReader } from './document-reader.ts';
import { childOf, entriesOf, flagOf, itemsOf, type Located, textOf } from './located.ts';
import { readAssumption } from './read-extensions.ts';
import { readLimits } from './read-plan-limits.ts';

/**
 * The usage plans of `info.x-sla`, in the vocabulary of SLA4OAI 1.0.0-draft as its text (not its JSON Schema) has it. An
 * element of the plan `base` holds in every plan that does not say its own: limits are inherited one by one (path,
 * method and metric), pricing and availability as a whole.
 */
export function readPlans(reader: DocumentReader, operations: readonly Operation[]): UsagePlans | undefined {
  const sla = reader.follow(childOf(childOf(reader.root, 'info'), 'x-sla'));
  if (sla.value === undefined) return undefined;
  const plans = childOf(sla, 'plans');
  if (!isObject(sla.value) || !isObject(plans.value)) {
    reader.fault('usage plans (x-sla) need an object `plans`', sla);
    return undefined;
  }
  const base = childOf(plans, 'base');
  return {
    provider: textOf(childOf(sla, 'context'), 'provider'),
    plans: entriesOf(plans)
      .filter(([id]) => id !== 'base' && !id.startsWith('x-'))
      .map(([id, plan]) => readPlan(id, reader.follow(plan), base, operations, reader)),
    features: readFeatures(childOf(sla, 'x-kit-features'), operations, reader),
  };
}

function readPlan(
  id: string,
  plan: Located,
  base: Located,
  operations: readonly Operation[],
  reader: DocumentReader,
): UsagePlan {
  const inherited = (field: string) => {
    const own = childOf(plan, field);
    return own.value === undefined ? childOf(base, field) : own;
  };
  return {
    id,
    displayName: textOf(plan, 'x-kit-display-name') ?? id,
    isHidden: flagOf(plan, 'x-kit-hidden'),
    pricing: readPricing(inherited('pricing')),
    support: textOf(plan, 'x-kit-support') ?? textOf(base, 'x-kit-support'),
    demoKey: textOf(plan, 'x-kit-demo-key'),
    orderUrl: textOf(plan, 'x-kit-order-url'),
    assumption: readAssumption(plan),
    ...readLimits(plan, base, operations, reader),
  };
}

/** Defaults as the Pricing Object has them: cost 0, USD, monthly. */
function readPricing(place: Located): PlanPricing {
  const cost = childOf(place, 'cost').value;
  return {
    cost: typeof cost === 'number' ? cost : 0,
    currency: textOf(place, 'currency') ?? 'USD',
    billing: textOf(place, 'billing') ?? 'monthly',
    shown: textOf(place, 'x-kit-shown'),
  };
}

function readFeatures(
  list: Located,
  operations: readonly Operation[],
  reader: DocumentReader,
): readonly PlanFeature[] {
  const ids = new Set(operations.map(({ operationId }) => operationId));
  return itemsOf(list).flatMap((item) => {
    const name = textOf(item, 'name');
    const operationIds = itemsOf(childOf(item, 'operations')).flatMap((entry) => {
      if (typeof entry.value === 'string' && ids.has(entry.value)) return [entry.value];
      reader.fault(`there is no operation "${valueText(entry.value)}"`, entry);
      return [];
    });
    if (name === undefined || operationIds.length === 0) {
      reader.fault('a feature of the plans needs a `name` and a list `operations` of operationIds', item);
      return [];
    }
    return [{ name, operationIds }];
  });
}
