import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { meantOr } from '../../../openapi/model/nearest-name.ts';
import { valueText } from '../../../openapi/model/value-text.ts';
import { OptionError } from '../option-error.ts';
import type { Failure, FailureShape } from './failure.ts';
import { failureCatalogue } from './failure-catalogue.ts';

/**
 * The body of failures as data: `{code}`, `{status}`, `{title}`, `{message}`, `{problems}` and `{requestId}` stand for what
 * is known of one. A value that is one of them and nothing else keeps its type; a member is left out where nothing is known.
 */
export interface ErrorTemplate {
  /** Default: application/json. */
  readonly mediaType?: string | undefined;
  readonly body: JsonValue;
  /** The API's own words for our codes: `{ 'unknown-key': UNAUTHENTICATED }`. */
  readonly codes?: Readonly<Record<string, string>> | undefined;
  /** Statuses in the place of ours, by our codes: `{ 'missing-key': 403 }`. */
  readonly statuses?: Readonly<Record<string, number>> | undefined;
  /** True: the document describes the body, so each failure of an operation is checked against it. */
  readonly isDocumented?: boolean | undefined;
}

const facts = {
  code: ({ cause }, codes) => codes[cause] ?? cause,
  status: ({ status }) => status,
  title: ({ title }) => title,
  message: ({ message }) => message,
  problems: ({ problems }) => problems?.map((problem) => ({ ...problem })),
  requestId: (_failure, _codes, requestId) => requestId,
} satisfies Record<
  string,
  (failure: Failure, codes: Readonly<Record<string, string>>, requestId: string) => JsonValue | undefined
>;

const placeholder = /\{([A-Za-z]+)\}/g;

/** What can't be meant in a template, in a sentence; undefined: nothing. */
export function faultOfErrorTemplate({ body, codes = {}, statuses = {} }: ErrorTemplate): string | undefined {
  const unknownFact = [...jsonText(body).matchAll(placeholder)].find(
    ([, name = '']) => !Object.hasOwn(facts, name),
  );
  if (unknownFact !== undefined)
    return unknown(
      `{${unknownFact[1]}}`,
      Object.keys(facts).map((name) => `{${name}}`),
    );
  const unknownCode = Object.keys({ ...codes, ...statuses }).find(
    (code) => !Object.hasOwn(failureCatalogue, code),
  );
  return unknownCode === undefined ? undefined : unknown(unknownCode, Object.keys(failureCatalogue));
}

function unknown(name: string, known: readonly string[]): string {
  return `"${name}" stands for nothing; ${meantOr(`there are ${known.join(', ')}`, name, known)}`;
}

/** The shape of failures that a template describes. Throws an OptionError for one that can't be meant. */
export function failureShapeOf(template: ErrorTemplate): FailureShape {
  const fault = faultOfErrorTemplate(template);
  if (fault !== undefined) throw new OptionError(`The template of errors: ${fault}`);
  const { mediaType = 'application/json', body, codes = {}, statuses = {}, isDocumented = false } = template;
  return {
    mediaType,
    mustFitDocument: isDocumented,
    statuses: new Map(Object.entries(statuses)),
    bodyOf: (failure, requestId) => fill(body, (name) => facts[name](failure, codes, requestId)) ?? null,
  };
}

type FactOf = (name: keyof typeof facts) => JsonValue | undefined;

function fill(template: JsonValue, factOf: FactOf): JsonValue | undefined {
  if (typeof template === 'string') return fillText(template, factOf);
  if (Array.isArray(template)) return template.map((item) => fill(item, factOf) ?? null);
  if (!isObject(template)) return template;
  const members = Object.entries(template).map(([name, value]) => [
    name,
    value === undefined ? value : fill(value, factOf),
  ]);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

/** Only names that are facts come here: `faultOfErrorTemplate` has seen to it. */
function fillText(text: string, factOf: FactOf): JsonValue | undefined {
  const [, only] = /^\{([A-Za-z]+)\}$/.exec(text) ?? [];
  if (only !== undefined) return factOf(only as keyof typeof facts);
  return text.replace(placeholder, (_written, name: keyof typeof facts) => valueText(factOf(name) ?? ''));
}
