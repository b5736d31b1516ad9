import { errorTemplate, givenPlans, handlers, keyStateNames, keys, scenarios } from './kinds/api-kinds.ts';
import { listOf, repeated, textsByName } from './kinds/structures.ts';
import {
  addressOr,
  choice,
  filePath,
  host,
  pathOrAddress,
  redisAddress,
  serverOfPage,
  text,
  webAddress,
  wholeNumber,
  yesOrNo,
} from './kinds/words.ts';
import type { OptionTable } from './option.ts';

/**
 * Every option of every command: an entry is its flag, its name in the environment, its key in a configuration with what an
 * editor knows of it, and its row in the manual.
 */

const folder = '<directory>';
const port = wholeNumber('a whole number from 0 (any free port) to 65535', { minimum: 0, maximum: 65_535 });
const count = (what: string, placeholder?: string) =>
  wholeNumber(`a whole number ${what} above 0`, {
    minimum: 1,
    ...(placeholder === undefined ? {} : { placeholder }),
  });
const everyFault = {
  kind: yesOrNo,
  default: false,
  description: 'list every fault of the document, also of many that are alike',
} as const;

const strictly = {
  kind: yesOrNo,
  default: false,
  description: 'what is only doubtful counts as wrong: assumed, undocumented or suspicious',
} as const;

/** What is said of an API itself: at the top of a configuration. */
export const apiOptions = {
  document: {
    kind: pathOrAddress('the path or address of an OpenAPI document'),
    description: 'OpenAPI 3.0 to 3.2 or Swagger 2.0 file, or its address',
    otherwise: 'the one that ships with this package',
  },
  plans: {
    kind: givenPlans,
    description: 'usage plans: an SLA4OAI file, or plans in few words',
    otherwise: "the document's `x-sla`",
  },
  overlay: {
    kind: repeated(pathOrAddress('the path or address of an Overlay document')),
    description: 'OpenAPI Overlays, applied to the document in this order before anything reads it',
  },
  keys: {
    kind: keys,
    sources: ['file'],
    description: `keys of the mock, with plan, label and state: ${keyStateNames.join(', ')}`,
    otherwise: '`mock-<plan>-key` for each plan',
  },
  errors: {
    kind: errorTemplate,
    sources: ['file'],
    description: 'the body of failures, as a template over what is known of one',
    otherwise: 'what the document describes',
  },
  handlers: {
    kind: handlers,
    description: 'a module whose functions answer the operations of their names',
    otherwise: "the document's examples",
  },
  scenarios: {
    kind: scenarios,
    sources: ['file'],
    description: 'named sets of keys, clock and faults, each with a summary',
  },
} as const satisfies OptionTable;

/** `api-kit mock`. */
export const mockOptions = {
  port: { kind: port, default: 4010, description: 'where to listen; 0 takes a free one' },
  host: { kind: listOf(host), description: 'where to listen', otherwise: '127.0.0.1 and ::1' },
  tls: {
    kind: yesOrNo,
    description: 'https, with a certificate and an authority that are made at the start',
    otherwise: 'only with a key and a certificate of your own',
  },
  tlsKey: { kind: filePath('the path of a PEM file'), description: 'https with a key of your own' },
  tlsCert: { kind: filePath('the path of a PEM file'), description: 'the certificate that goes with it' },
  gateway: {
    kind: choice(['documented', 'aws'], '<profile>'),
    default: 'documented',
    description: 'whose refusals: the documented ones, or those of Amazon API Gateway',
  },
  delay: {
    kind: wholeNumber('a whole number of milliseconds up to an hour', {
      minimum: 0,
      maximum: 3_600_000,
      placeholder: '<ms>',
    }),
    description: 'how late every response of an operation comes, in milliseconds',
  },
  passthrough: {
    kind: textsByName('addresses by operationId, like search=https://api.example/v2', {
      placeholder: '<operationId=url...>',
    }),
    description: 'operations that a real server answers, each with the address where its paths begin',
    otherwise: 'the mock answers all',
  },
  learningObjects: {
    kind: filePath('the path of a file'),
    description: 'learning objects for the search of our own mock: CSV (.csv), else one JSON object a line',
    otherwise: 'those that it makes up',
  },
  scenario: {
    kind: text('the name of a scenario', '<name>'),
    description: 'a scenario that is played at the start',
  },
  watch: {
    kind: yesOrNo,
    default: false,
    description:
      'take document, configuration and handlers anew when they change; what the mock remembers stays',
  },
  admin: { kind: yesOrNo, default: true, description: 'the admin side at /__mock' },
  adminToken: {
    kind: text('a text that nobody guesses', '<token>'),
    description:
      'lets in to the admin side who sends it as Authorization: Bearer, from anywhere, and nobody else',
  },
  adminFrom: {
    kind: listOf(text('a host name or an origin', '<name>')),
    description: 'names that the mock is called by, and origins of pages, that may use the admin side, too',
    otherwise: 'this machine alone',
  },
  trustProxy: {
    kind: yesOrNo,
    default: false,
    description: 'begin links in responses as X-Forwarded-Proto and X-Forwarded-Host say',
  },
  redis: {
    kind: redisAddress,
    description: 'mocks that have the same Redis share the usage of keys',
    otherwise: 'usage in memory',
  },
  redisAway: {
    kind: choice(['refuse', 'local'], '<choice>'),
    default: 'refuse',
    description: 'while Redis is away calls are refused with 503, or each mock counts alone',
  },
  docs: { kind: yesOrNo, default: true, description: 'the documentation at /' },
  all: everyFault,
  seed: {
    kind: wholeNumber('a whole number', {}),
    description: 'the same ids and dynamic replies in every run',
  },
  log: {
    kind: choice(['text', 'json', 'silent'], '<style>'),
    default: 'text',
    description: 'one line a request',
  },
} as const satisfies OptionTable;

/** `api-kit docs`. */
export const docsOptions = {
  out: { kind: filePath('the path of a folder', folder), description: 'where to write the site' },
  pages: {
    kind: filePath('the path of a folder', folder),
    description: 'Markdown pages: index.md, its includes and guides beside it',
    otherwise: 'made from the document',
  },
  document: {
    kind: yesOrNo,
    default: true,
    // The environment has a document by this name.
    sources: ['command line', 'file'],
    description: 'a document beside the Markdown pages',
  },
  slate: {
    kind: filePath('the path of a folder', folder),
    description:
      'an existing Slate source, built unchanged; of a document given with it, what its directives name',
  },
  keepAnchors: {
    kind: filePath('the path of a saved page, or of a folder of them', '<saved>'),
    description:
      'HTML of the page as it was published, or a folder with that of all pages: old links to their headings land',
  },
  baseUrl: {
    kind: webAddress,
    description: 'where the site will be: for canonical links, the sitemap and Open Graph',
  },
  locale: {
    kind: choice(['en', 'fr'], '<language>'),
    description: "language of the site's own words; of the site of this package, of all its texts",
  },
  translations: {
    kind: textsByName('addresses by languages, like fr=fr/', { placeholder: '<language=href...>' }),
    description: 'the same site in other languages, to which its pages lead: fr=fr/',
  },
  tryIt: {
    kind: listOf(serverOfPage),
    description:
      'servers that Try it may call: addresses, or a bare path like /v2, which only works where the mock serves the page',
  },
  logo: { kind: filePath('the path of an image'), description: 'an image above the menu' },
  colors: {
    kind: textsByName('colours by their names, like nav-bg=#123456'),
    description: "values of Slate's colours: nav-bg=#123456",
  },
  css: { kind: filePath('the path of a stylesheet'), description: 'a stylesheet of your own' },
  editUrl: {
    kind: text('an address with {file} in it', '<pattern>'),
    description: 'where a page can be edited: an address with {file} in it',
  },
  onePage: {
    kind: yesOrNo,
    default: false,
    description: 'one page alone, as Slate has it: no page per operation',
  },
  downloads: {
    kind: yesOrNo,
    default: true,
    description: 'what lies beside the pages: their Markdown, the document and the Postman collection',
  },
  smartPunctuation: {
    kind: yesOrNo,
    default: false,
    description: 'curly quotes, dashes and dots on the pages of --slate, as Slate 1.x had them',
  },
  strict: {
    kind: yesOrNo,
    default: false,
    description: 'exit with 1 if anything of the sources is not on a page as it was written',
  },
  nestedIds: {
    kind: yesOrNo,
    default: false,
    description: "Slate's nested heading ids instead of counted ones",
  },
  repairEncoding: {
    kind: yesOrNo,
    default: false,
    description:
      'read text of the pages that is UTF-8 read as another encoding as what it was; the sources stay as they are',
  },
  keepRepaired: {
    kind: filePath('the path of a folder', folder),
    description: 'write the sources that were read so there, repaired',
  },
  watch: {
    kind: yesOrNo,
    default: false,
    description: 'serve the site, and make it again and reload open pages when a source changes',
  },
  all: everyFault,
  port: { kind: port, default: 4020, description: 'with --watch: where to serve; 0 takes a free one' },
} as const satisfies OptionTable;

/** `api-kit contract`. */
export const contractOptions = {
  target: {
    kind: webAddress,
    description: 'where the API runs',
    otherwise: 'a mock, started for the check',
  },
  key: {
    kind: text('a key'),
    // A command line stands in lists of processes and in a shell's history.
    sources: ['environment', 'file'],
    description: 'sent for every security scheme of the document',
  },
  keysByScheme: {
    kind: textsByName('keys by the ids of security schemes'),
    sources: ['environment', 'file'],
    description: 'a key of each security scheme, where one is not enough for all',
  },
  keysByPlan: {
    kind: textsByName('keys by the ids of plans'),
    sources: ['environment', 'file'],
    description: 'a key of each plan: each is tried on what its plan lacks',
  },
  plan: {
    kind: text('the id of a plan', '<id>'),
    description: 'usage plan of the key: sets the pace, and what must be refused',
  },
  only: { kind: listOf(text('an operationId', '<operationId>')), description: 'check only these operations' },
  values: {
    kind: filePath('the path of a YAML or JSON file'),
    description: 'real ids, parameters and bodies, by operationId',
  },
  header: {
    kind: textsByName('headers like "X-Tenant: acme"', { separator: ':', placeholder: '<name: value...>' }),
    description: 'sent with every request',
  },
  ca: {
    kind: filePath('the path of a PEM file'),
    description: "certificates that the target's may be signed with, beside the usual ones",
  },
  gateway: {
    kind: choice(['documented', 'aws', 'auto'], '<profile>'),
    default: 'documented',
    description: 'whose refusals are right: the documented ones, those of Amazon API Gateway, or either',
  },
  rate: {
    kind: count('of calls', '<calls>'),
    description: 'calls a second',
    otherwise: "the plan's; on this machine unlimited",
  },
  timeout: {
    kind: count('of milliseconds', '<ms>'),
    default: 10_000,
    description: 'milliseconds for one exchange',
  },
  maxCalls: {
    kind: count('of calls'),
    description: 'at most so many calls that a plan counts, the most valuable first',
    otherwise: '60 where there is a quota',
  },
  maxTime: {
    kind: count('of seconds', '<seconds>'),
    description: 'seconds after which nothing more is asked',
  },
  limits: {
    kind: yesOrNo,
    default: false,
    description: "also call faster than the key's plan allows, to see that it is refused",
  },
  dryRun: {
    kind: yesOrNo,
    default: false,
    description: 'say what would be sent and what it costs, and send nothing',
  },
  allowSkipped: {
    kind: yesOrNo,
    default: false,
    description:
      'let the contract hold though checks were skipped; never for want of a key, nor where nothing was checked',
  },
  unsafe: {
    kind: yesOrNo,
    description: 'also send POST, PUT, PATCH and DELETE to a target that is no mock of this kit',
    otherwise: 'to such a mock alone',
  },
  secondOpinion: {
    kind: yesOrNo,
    default: false,
    description: "Prism's judgement of the responses, too; it takes as long again",
  },
  strict: strictly,
  baseline: {
    kind: filePath('the path of a report'),
    description: 'a report of --json whose findings are known, and break nothing',
  },
  all: {
    kind: yesOrNo,
    default: false,
    description: 'ask everything, whatever it costs, and show every failure, also of many that are alike',
  },
  json: { kind: filePath('the path of a file'), description: 'also write the whole report as JSON' },
  junit: { kind: filePath('the path of a file'), description: 'also write the report as JUnit XML' },
  github: {
    kind: yesOrNo,
    description: 'annotations and a job summary for GitHub Actions',
    otherwise: 'where GITHUB_ACTIONS is set',
  },
} as const satisfies OptionTable;

/** `api-kit judge`. */
export const judgeOptions = {
  target: {
    kind: listOf(webAddress),
    description: 'judge only calls of these addresses',
    otherwise: "the document's servers, and their paths on any host",
  },
  only: { kind: listOf(text('an operationId', '<operationId>')), description: 'judge only these operations' },
  strict: strictly,
  coverage: { kind: yesOrNo, default: false, description: 'what of the document the calls use' },
  json: { kind: filePath('the path of a file'), description: 'also write the whole report as JSON' },
} as const satisfies OptionTable;

/** `api-kit proxy`. */
export const proxyOptions = {
  to: { kind: addressOr('mock'), description: 'where calls go: an address, or mock, which is started' },
  port: {
    kind: port,
    description: 'where to listen; 0 takes a free one',
    otherwise: '4030, with a command a free one',
  },
  record: {
    kind: filePath('the path of a file'),
    description: 'also write the calls as HAR, without secrets',
  },
  strict: strictly,
} as const satisfies OptionTable;

/** `api-kit types`. */
export const typesOptions = {
  out: { kind: filePath('the path of a file'), description: 'where to write them', otherwise: 'printed' },
  view: {
    kind: choice(['client', 'handler'], '<view>'),
    default: 'client',
    description: 'whose view: to a handler a parameter with a default is always there',
  },
} as const satisfies OptionTable;

/** `api-kit draft`. */
export const draftOptions = {
  slate: { kind: filePath('the path of a folder', folder), description: 'the Slate source to read' },
  out: {
    kind: filePath('the path of a file'),
    description: 'where to write the document: a file that is not there yet',
    otherwise: 'printed',
  },
} as const satisfies OptionTable;

/** By command, each the section of its name in a configuration. */
export const commandOptions = {
  mock: mockOptions,
  docs: docsOptions,
  contract: contractOptions,
  judge: judgeOptions,
  proxy: proxyOptions,
  types: typesOptions,
  draft: draftOptions,
} as const;

export type CommandName = keyof typeof commandOptions;

/** Which of the options of an API a command has. */
export const apiOptionsOf = {
  mock: ['document', 'plans', 'overlay', 'keys', 'errors', 'handlers', 'scenarios'],
  docs: ['document', 'plans', 'overlay'],
  contract: ['document', 'plans', 'overlay', 'keys', 'errors', 'handlers'],
  judge: ['document', 'overlay'],
  proxy: ['document', 'plans', 'overlay', 'keys', 'errors', 'handlers'],
  types: ['document', 'overlay'],
  draft: [],
} as const satisfies Readonly<Record<CommandName, readonly (keyof typeof apiOptions)[]>>;
