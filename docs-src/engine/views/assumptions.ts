import {
  type ApiModel,
  httpMethods,
  type JsonObject,
  type JsonValue,
} from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { renderInlineText } from '../markdown/document-text.ts';
import type { AssumptionView } from './views.ts';

/** What a document says of itself that nobody has documented (`x-kit-assumption`), and what of the document it is about. */
interface Assumption {
  /** From 1, in the document's order. */
  readonly number: number;
  readonly about: Set<string>;
}

const known = new WeakMap<ApiModel, ReadonlyMap<string, Assumption>>();

/** Each sentence once. */
export function assumptionsOf(model: ApiModel): ReadonlyMap<string, Assumption> {
  const found = known.get(model) ?? collect(model.bundled);
  known.set(model, found);
  return found;
}

function collect(document: JsonObject): Map<string, Assumption> {
  const assumptions = new Map<string, Assumption>();
  const walk = (value: JsonValue | undefined, name: string) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key !== 'x-kit-assumption' || typeof part !== 'string') {
        walk(part, nameOf(part, Array.isArray(value) ? 'items' : key, name));
        continue;
      }
      const assumption = assumptions.get(part) ?? { number: assumptions.size + 1, about: new Set() };
      assumption.about.add(name);
      assumptions.set(part, assumption);
    }
  };
  walk(document, '');
  return assumptions;
}

const methods: ReadonlySet<string> = new Set(httpMethods);

/** Keys that name no thing of their own. */
const structural = new Set([
  'schema',
  'items',
  'parameters',
  'allOf',
  'anyOf',
  'oneOf',
  'x-sla',
  'requestBody',
]);

/** What a reader calls a part: a parameter's name, an operation's method and path, else its key, else what it is a part of. */
function nameOf(part: JsonValue | undefined, key: string, above: string): string {
  if (isObject(part) && typeof part.name === 'string') return part.name;
  if (above.startsWith('/')) return methods.has(key) ? `${key.toUpperCase()} ${above}` : above;
  return structural.has(key) ? above : key;
}

/** Address of an assumption in the list of all. */
export function assumptionAnchor(number: number): string {
  return `assumption-${number}`;
}

export function assumptionViews(model: ApiModel): AssumptionView[] {
  return [...assumptionsOf(model)].map(([text, { number, about }]) => ({
    anchor: assumptionAnchor(number),
    html: renderInlineText(text),
    about: [...about],
  }));
}
