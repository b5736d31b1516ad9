import { english } from './english.ts';
import { french } from './french.ts';

/** Phrases that the engine writes itself, in one language. `{…}` of the theme's words are the theme's. */
export interface EngineWords {
  /** BCP 47. */
  readonly locale: string;
  readonly parametersIn: Readonly<Record<'path' | 'query' | 'header' | 'cookie', string>>;
  readonly oneOf: string;
  readonly anyOf: string;
  readonly or: string;
  readonly arrayOf: (type: string) => string;
  readonly mapOf: (type: string) => string;
  readonly anyValue: string;
  readonly noValue: string;
  /** Name of the row that stands for a property of any name, with its pattern. */
  readonly anyName: string;
  readonly item: string;
  readonly value: string;
  readonly option: (index: number) => string;
  readonly seeSchema: (name: string) => string;
  /** Of a long list that stands on the page already: how many values, and where. */
  readonly sameValues: (count: number, name: string) => string;
  readonly seeWholeTree: string;
  readonly range: (low: string | undefined, high: string | undefined) => string;
  readonly above: (low: string) => string;
  readonly below: (high: string) => string;
  readonly characters: (low: number | undefined, high: number | undefined) => string;
  readonly items: (low: number | undefined, high: number | undefined) => string;
  readonly properties: (low: number | undefined, high: number | undefined) => string;
  readonly multipleOf: (step: string) => string;
  readonly pattern: (pattern: string) => string;
  readonly uniqueItems: string;
  readonly exactly: (value: string) => string;
  readonly encodedAs: (encoding: string) => string;
  readonly not: (type: string) => string;
  readonly ruleOrdered: (other: string) => string;
  readonly ruleOrderedBack: (other: string) => string;
  readonly ruleRequires: (other: string) => string;
  readonly calls: (count: string, period: string) => string;
  readonly callsOfRate: (count: string, period: string) => string;
  readonly period: Readonly<
    Record<'second' | 'minute' | 'hour' | 'day' | 'month' | 'year' | 'forever', string>
  >;
  readonly seconds: (count: number) => string;
  readonly requestSpeed: string;
  readonly limit: string;
  readonly support: string;
  readonly price: string;
  readonly none: string;
  readonly perPeriod: (price: string, billing: string) => string;
  readonly keyIn: (where: 'header' | 'query' | 'cookie', name: string) => string;
  readonly scheme: (type: string, scheme: string | undefined) => string;
  readonly facts: Readonly<
    Record<
      | 'header'
      | 'query'
      | 'cookie'
      | 'scheme'
      | 'format'
      | 'authorizationUrl'
      | 'tokenUrl'
      | 'refreshUrl'
      | 'openIdConnectUrl',
      string
    >
  >;
  readonly flow: Readonly<Record<string, string>>;
  readonly authentication: string;
  readonly servers: string;
  readonly operations: string;
  readonly webhooks: string;
  readonly schemas: string;
  readonly responseHeaders: string;
  /** Of a header that each reply of the document sends, and of one that comes with some statuses. */
  readonly sentAlways: string;
  readonly sentWith: (statuses: string) => string;
  readonly errors: string;
  readonly usagePlans: string;
  readonly overview: string;
  readonly example: string;
  readonly download: Readonly<Record<'json' | 'yaml' | 'postman', string>>;
  readonly markdown: Readonly<
    Record<
      | 'required'
      | 'default'
      | 'allowed'
      | 'deprecated'
      | 'request'
      | 'reply'
      | 'parameter'
      | 'type'
      | 'description'
      | 'noKey'
      | 'key'
      | 'headers'
      | 'body',
      string
    >
  >;
}

const all: readonly EngineWords[] = [english, french];

/** Words of a locale (`fr-CA` is `fr`); English where nobody has written that language yet. */
export function wordsOf(locale: string): EngineWords {
  const language = locale.toLowerCase().split('-')[0];
  return all.find((words) => words.locale === language) ?? english;
}
