import type { EngineWords } from './words.ts';

function span(low: number | string | undefined, high: number | string | undefined, unit: string): string {
  if (low !== undefined && low === high) return `exactly ${low}${unit}`;
  if (low !== undefined && high !== undefined) return `${low} to ${high}${unit}`;
  return low === undefined ? `at most ${high}${unit}` : `at least ${low}${unit}`;
}

const billing: Readonly<Record<string, string>> = {
  daily: 'a day',
  weekly: 'a week',
  monthly: 'a month',
  quarterly: 'a quarter',
  yearly: 'a year',
  onepay: 'once',
};

const period = {
  second: 'second',
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  month: 'month',
  year: 'year',
  forever: 'key',
};

export const english: EngineWords = {
  locale: 'en',
  parametersIn: {
    path: 'Path parameters',
    query: 'Query parameters',
    header: 'Header parameters',
    cookie: 'Cookie parameters',
  },
  oneOf: 'One of',
  anyOf: 'Any of',
  or: 'or',
  arrayOf: (type) => `array of ${type}`,
  mapOf: (type) => `map of ${type}`,
  anyValue: 'any value',
  noValue: 'no value',
  anyName: 'any name',
  item: 'item',
  value: 'value',
  option: (index) => `Option ${index}`,
  seeSchema: (name) => `See ${name}`,
  sameValues: (count, name) => `one of the ${count} values of ${name}`,
  seeWholeTree: 'See the whole schema',
  range: (low, high) => span(low, high, ''),
  above: (low) => `above ${low}`,
  below: (high) => `below ${high}`,
  characters: (low, high) => span(low, high, (high ?? low) === 1 ? ' character' : ' characters'),
  items: (low, high) => span(low, high, (high ?? low) === 1 ? ' item' : ' items'),
  properties: (low, high) => span(low, high, (high ?? low) === 1 ? ' property' : ' properties'),
  multipleOf: (step) => `multiple of ${step}`,
  pattern: (pattern) => `pattern ${pattern}`,
  uniqueItems: 'no item twice',
  exactly: (value) => `always ${value}`,
  encodedAs: (encoding) => `encoded as ${encoding}`,
  not: (type) => `not: ${type}`,
  ruleOrdered: (other) => `not above ${other}`,
  ruleOrderedBack: (other) => `not below ${other}`,
  ruleRequires: (other) => `only with ${other}`,
  calls: (count, unit) =>
    `${count} ${count === '1' ? 'call' : 'calls'} ${unit === 'hour' ? 'an' : 'a'} ${unit}`,
  callsOfRate: (count, unit) =>
    `${count} ${count === '1' ? 'call' : 'calls'} ${unit === 'hour' ? 'an' : 'a'} ${unit}`,
  period,
  seconds: (count) => `${count} seconds`,
  requestSpeed: 'Request speed',
  limit: 'Limit',
  support: 'Support',
  price: 'Price',
  none: 'none',
  perPeriod: (price, every) => `${price} ${billing[every] ?? ''}`.trim(),
  keyIn: (where, name) => `API key in the ${where} ${name}`,
  scheme: (type, scheme) => {
    if (type === 'oauth2') return 'OAuth 2';
    if (type === 'openIdConnect') return 'OpenID Connect';
    if (type === 'mutualTLS') return 'Client certificate (mutual TLS)';
    if (scheme === 'basic') return 'User name and password (Basic)';
    return scheme === 'bearer' ? 'Bearer token' : `HTTP ${scheme ?? ''}`.trim();
  },
  facts: {
    header: 'Header',
    query: 'Query parameter',
    cookie: 'Cookie',
    scheme: 'Scheme',
    format: 'Format',
    authorizationUrl: 'Authorization URL',
    tokenUrl: 'Token URL',
    refreshUrl: 'Refresh URL',
    openIdConnectUrl: 'OpenID Connect URL',
  },
  flow: {
    authorizationCode: 'authorization code',
    implicit: 'implicit',
    password: 'password',
    clientCredentials: 'client credentials',
  },
  authentication: 'Authentication',
  servers: 'Servers',
  operations: 'Operations',
  webhooks: 'Webhooks',
  schemas: 'Schemas',
  responseHeaders: 'Response headers',
  sentAlways: 'Sent with every reply',
  sentWith: (statuses) => `Sent with ${statuses}`,
  errors: 'Errors',
  usagePlans: 'Usage plans',
  overview: 'Overview',
  example: 'Example',
  download: { json: 'OpenAPI (JSON)', yaml: 'OpenAPI (YAML)', postman: 'Postman collection' },
  markdown: {
    required: 'required',
    default: 'default',
    allowed: 'one of',
    deprecated: 'deprecated',
    request: 'Request',
    reply: 'Reply',
    parameter: 'Parameter',
    type: 'Type',
    description: 'Description',
    noKey: 'No key needed.',
    key: 'Needs',
    headers: 'Headers',
    body: 'Body',
  },
};
