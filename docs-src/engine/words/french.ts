import type { EngineWords } from './words.ts';

function span(low: number | string | undefined, high: number | string | undefined, unit: string): string {
  if (low !== undefined && low === high) return `exactement ${low}${unit}`;
  if (low !== undefined && high !== undefined) return `de ${low} à ${high}${unit}`;
  return low === undefined ? `au plus ${high}${unit}` : `au moins ${low}${unit}`;
}

const billing: Readonly<Record<string, string>> = {
  daily: 'par jour',
  weekly: 'par semaine',
  monthly: 'par mois',
  quarterly: 'par trimestre',
  yearly: 'par an',
  onepay: 'une fois',
};

const period = {
  second: 'seconde',
  minute: 'minute',
  hour: 'heure',
  day: 'jour',
  month: 'mois',
  year: 'an',
  forever: 'clé',
};

const places = { header: 'l’en-tête', query: 'le paramètre', cookie: 'le cookie' };

export const french: EngineWords = {
  locale: 'fr',
  parametersIn: {
    path: 'Paramètres de chemin',
    query: 'Paramètres de requête',
    header: 'Paramètres d’en-tête',
    cookie: 'Paramètres de cookie',
  },
  oneOf: 'L’un de',
  anyOf: 'Au moins l’un de',
  or: 'ou',
  arrayOf: (type) => `liste de ${type}`,
  mapOf: (type) => `table de ${type}`,
  anyValue: 'valeur quelconque',
  noValue: 'aucune valeur',
  anyName: 'nom quelconque',
  item: 'élément',
  value: 'valeur',
  option: (index) => `Choix ${index}`,
  seeSchema: (name) => `Voir ${name}`,
  sameValues: (count, name) => `une des ${count} valeurs de ${name}`,
  seeWholeTree: 'Voir le schéma entier',
  range: (low, high) => span(low, high, ''),
  above: (low) => `plus de ${low}`,
  below: (high) => `moins de ${high}`,
  characters: (low, high) => span(low, high, (high ?? low) === 1 ? ' caractère' : ' caractères'),
  items: (low, high) => span(low, high, (high ?? low) === 1 ? ' élément' : ' éléments'),
  properties: (low, high) => span(low, high, (high ?? low) === 1 ? ' propriété' : ' propriétés'),
  multipleOf: (step) => `multiple de ${step}`,
  pattern: (pattern) => `motif ${pattern}`,
  uniqueItems: 'aucun élément en double',
  exactly: (value) => `toujours ${value}`,
  encodedAs: (encoding) => `encodé en ${encoding}`,
  not: (type) => `sauf : ${type}`,
  ruleOrdered: (other) => `au plus ${other}`,
  ruleOrderedBack: (other) => `au moins ${other}`,
  ruleRequires: (other) => `seulement avec ${other}`,
  calls: (count, unit) => `${count} ${count === '1' ? 'appel' : 'appels'} par ${unit}`,
  callsOfRate: (count, unit) => `${count} ${count === '1' ? 'appel' : 'appels'} par ${unit}`,
  period,
  seconds: (count) => `${count} secondes`,
  requestSpeed: 'Débit',
  limit: 'Limite',
  support: 'Assistance',
  price: 'Prix',
  none: 'aucune',
  perPeriod: (price, every) => `${price} ${billing[every] ?? ''}`.trim(),
  keyIn: (where, name) => `Clé d’API dans ${places[where]} ${name}`,
  scheme: (type, scheme) => {
    if (type === 'oauth2') return 'OAuth 2';
    if (type === 'openIdConnect') return 'OpenID Connect';
    if (type === 'mutualTLS') return 'Certificat client (TLS mutuel)';
    if (scheme === 'basic') return 'Nom et mot de passe (Basic)';
    return scheme === 'bearer' ? 'Jeton Bearer' : `HTTP ${scheme ?? ''}`.trim();
  },
  facts: {
    header: 'En-tête',
    query: 'Paramètre de requête',
    cookie: 'Cookie',
    scheme: 'Schéma',
    format: 'Format',
    authorizationUrl: 'URL d’autorisation',
    tokenUrl: 'URL du jeton',
    refreshUrl: 'URL de renouvellement',
    openIdConnectUrl: 'URL OpenID Connect',
  },
  flow: {
    authorizationCode: 'code d’autorisation',
    implicit: 'implicite',
    password: 'mot de passe',
    clientCredentials: 'identifiants du client',
  },
  authentication: 'Authentification',
  servers: 'Serveurs',
  operations: 'Opérations',
  webhooks: 'Webhooks',
  schemas: 'Schémas',
  responseHeaders: 'En-têtes de réponse',
  sentAlways: 'Dans toute réponse',
  sentWith: (statuses) => `Dans les réponses ${statuses}`,
  errors: 'Erreurs',
  usagePlans: 'Formules',
  overview: 'Vue d’ensemble',
  example: 'Exemple',
  download: { json: 'OpenAPI (JSON)', yaml: 'OpenAPI (YAML)', postman: 'Collection Postman' },
  markdown: {
    required: 'obligatoire',
    default: 'par défaut',
    allowed: 'parmi',
    deprecated: 'obsolète',
    request: 'Requête',
    reply: 'Réponse',
    parameter: 'Paramètre',
    type: 'Type',
    description: 'Description',
    noKey: 'Aucune clé n’est nécessaire.',
    key: 'Nécessite',
    headers: 'En-têtes',
    body: 'Corps',
  },
};
