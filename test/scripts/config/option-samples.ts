import type { CommandName } from '../../../scripts/config/options.ts';

/** A value of each option: as words of a command line, as it is written in a file, and as a command gets it. */
interface OptionSample {
  readonly command: CommandName;
  readonly name: string;
  /** None: no word can say it. */
  readonly words?: readonly string[];
  readonly written: unknown;
  /** Default: what is written. */
  readonly value?: unknown;
}

const state = { callsLeft: 2, isThrottled: false, failsWith: 'maintenance', delayMs: 5, isRevoked: false };

/** Paths are whole, so that they are the same from everywhere. */
export const optionSamples: readonly OptionSample[] = [
  { command: 'mock', name: 'plans', words: ['/plans.yaml'], written: '/plans.yaml' },
  {
    command: 'mock',
    name: 'keys',
    written: { key: 'a', plan: 'free', label: 'A', state },
    value: [{ key: 'a', plan: 'free', label: 'A', state }],
  },
  {
    command: 'mock',
    name: 'errors',
    written: {
      body: { text: '{message}' },
      codes: { 'unknown-key': 'NO' },
      statuses: { 'missing-key': 403 },
    },
  },
  { command: 'mock', name: 'handlers', words: ['/own.js'], written: '/own.js' },
  { command: 'mock', name: 'port', words: ['8080'], written: 8080 },
  { command: 'mock', name: 'host', words: ['127.0.0.1', '::1'], written: ['127.0.0.1', '::1'] },
  { command: 'mock', name: 'tls', words: ['yes'], written: true },
  { command: 'mock', name: 'tlsKey', words: ['/key.pem'], written: '/key.pem' },
  { command: 'mock', name: 'tlsCert', words: ['/cert.pem'], written: '/cert.pem' },
  { command: 'mock', name: 'gateway', words: ['aws'], written: 'aws' },
  { command: 'mock', name: 'scenarios', written: { busy: { summary: 'Busy.' } } },
  { command: 'mock', name: 'delay', words: ['250'], written: 250 },
  { command: 'mock', name: 'learningObjects', words: ['/own.jsonl'], written: '/own.jsonl' },
  { command: 'mock', name: 'scenario', words: ['flaky-network'], written: 'flaky-network' },
  { command: 'mock', name: 'watch', words: ['true'], written: true },
  { command: 'mock', name: 'adminToken', words: ['s3cret'], written: 's3cret' },
  {
    command: 'mock',
    name: 'adminFrom',
    words: ['mock', 'http://localhost:5173'],
    written: ['mock', 'http://localhost:5173'],
  },
  { command: 'mock', name: 'trustProxy', words: ['true'], written: true },
  { command: 'mock', name: 'admin', words: ['false'], written: false },
  { command: 'mock', name: 'docs', words: ['no'], written: false },
  { command: 'mock', name: 'all', words: ['yes'], written: true },
  { command: 'mock', name: 'seed', words: ['-7'], written: -7 },
  { command: 'mock', name: 'log', words: ['json'], written: 'json' },
  { command: 'docs', name: 'plans', words: ['/plans.yaml'], written: '/plans.yaml' },
  { command: 'docs', name: 'out', words: ['/site'], written: '/site' },
  { command: 'docs', name: 'pages', words: ['/pages'], written: '/pages' },
  { command: 'docs', name: 'document', words: ['false'], written: false },
  { command: 'docs', name: 'slate', words: ['/slate'], written: '/slate' },
  { command: 'docs', name: 'baseUrl', words: ['https://a.example/b/'], written: 'https://a.example/b/' },
  { command: 'docs', name: 'locale', words: ['fr'], written: 'fr' },
  {
    command: 'docs',
    name: 'tryIt',
    words: ['/v2', 'https://a.example'],
    written: ['/v2', 'https://a.example'],
  },
  { command: 'docs', name: 'logo', words: ['/logo.svg'], written: '/logo.svg' },
  {
    command: 'docs',
    name: 'colors',
    words: ['nav-bg=#123', 'main-link=#456'],
    written: { 'nav-bg': '#123', 'main-link': '#456' },
  },
  { command: 'docs', name: 'css', words: ['/own.css'], written: '/own.css' },
  {
    command: 'docs',
    name: 'editUrl',
    words: ['https://a.example/{file}'],
    written: 'https://a.example/{file}',
  },
  { command: 'docs', name: 'onePage', words: ['1'], written: true },
  { command: 'docs', name: 'downloads', words: ['0'], written: false },
  { command: 'docs', name: 'nestedIds', words: ['true'], written: true },
  { command: 'docs', name: 'repairEncoding', words: ['true'], written: true },
  { command: 'docs', name: 'keepRepaired', words: ['/repaired'], written: '/repaired' },
  { command: 'docs', name: 'watch', words: ['true'], written: true },
  { command: 'docs', name: 'all', words: ['true'], written: true },
  { command: 'docs', name: 'port', words: ['0'], written: 0 },
  { command: 'contract', name: 'plans', words: ['/plans.yaml'], written: '/plans.yaml' },
  { command: 'contract', name: 'keys', written: [{ key: 'a', state: 'slow' }] },
  {
    command: 'contract',
    name: 'errors',
    written: { body: {}, mediaType: 'application/json', isDocumented: true },
  },
  { command: 'contract', name: 'handlers', words: ['/own.js'], written: '/own.js' },
  { command: 'contract', name: 'target', words: ['http://127.0.0.1:1/v1'], written: 'http://127.0.0.1:1/v1' },
  { command: 'contract', name: 'key', words: ['secret'], written: 'secret' },
  { command: 'contract', name: 'plan', words: ['free'], written: 'free' },
  { command: 'contract', name: 'only', words: ['search'], written: 'search', value: ['search'] },
  { command: 'contract', name: 'rate', words: ['5'], written: 5 },
  { command: 'contract', name: 'timeout', words: ['200'], written: 200 },
  { command: 'contract', name: 'maxCalls', words: ['9'], written: 9 },
  { command: 'contract', name: 'dryRun', words: ['true'], written: true },
  { command: 'contract', name: 'allowSkipped', words: ['true'], written: true },
  { command: 'contract', name: 'unsafe', words: ['true'], written: true },
  { command: 'contract', name: 'secondOpinion', words: ['true'], written: true },
  { command: 'contract', name: 'all', words: ['true'], written: true },
  { command: 'contract', name: 'json', words: ['/report.json'], written: '/report.json' },
  { command: 'contract', name: 'junit', words: ['/report.xml'], written: '/report.xml' },
  { command: 'contract', name: 'github', words: ['true'], written: true },
  {
    command: 'judge',
    name: 'target',
    words: ['http://127.0.0.1:1', 'https://a.example/v1'],
    written: ['http://127.0.0.1:1', 'https://a.example/v1'],
  },
  { command: 'judge', name: 'only', words: ['search'], written: 'search', value: ['search'] },
  { command: 'judge', name: 'strict', words: ['true'], written: true },
  { command: 'judge', name: 'coverage', words: ['true'], written: true },
  { command: 'judge', name: 'json', words: ['/report.json'], written: '/report.json' },
  { command: 'proxy', name: 'plans', words: ['/plans.yaml'], written: '/plans.yaml' },
  { command: 'proxy', name: 'keys', written: [{ key: 'a', state: 'slow' }] },
  { command: 'proxy', name: 'errors', written: { body: {}, mediaType: 'application/json' } },
  { command: 'proxy', name: 'handlers', words: ['/own.js'], written: '/own.js' },
  { command: 'proxy', name: 'to', words: ['mock'], written: 'mock' },
  { command: 'proxy', name: 'port', words: ['0'], written: 0 },
  { command: 'proxy', name: 'record', words: ['/calls.har'], written: '/calls.har' },
  { command: 'proxy', name: 'strict', words: ['true'], written: true },
  { command: 'types', name: 'view', words: ['handler'], written: 'handler' },
  { command: 'types', name: 'out', words: ['/types.ts'], written: '/types.ts' },
];
