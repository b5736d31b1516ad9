import type { SampleLanguage } from '../samples/interpreters.ts';

/** What a run of a sample shows: how the program ended, what it printed, which calls reached the API. */
export interface ObservedRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly calls: readonly ObservedCall[];
}

interface ObservedCall {
  readonly path: string;
  readonly status: number;
}

/** One mistake of a printed sample: how it shows when the sample runs, and the smallest change that mends it. */
export interface Defect {
  readonly name: string;
  /** What is true of a run because of this defect. */
  readonly shows: Readonly<Partial<{ exitCode: number; stdout: RegExp; stderr: RegExp; statuses: number[] }>>;
  readonly mend: (code: string, endpoint: string) => string;
}

const noBackslash: Defect = {
  name: 'a line of the shell command lacks its backslash: the header is lost and runs as a command of its own',
  shows: { exitCode: 127, stderr: /-H: command not found/, statuses: [401] },
  mend: (code) => code.replace(/"\n( +-H)/, '" \\\n$1'),
};

const emptyUrlInShell: Defect = {
  name: 'the URL is empty',
  shows: { stderr: /curl: \(3\)/, statuses: [] },
  mend: (code, endpoint) => code.replace('curl ""', `curl "${endpoint}"`),
};

const emptyUrlInPython: Defect = {
  name: 'the URL is empty',
  shows: { exitCode: 1, stderr: /MissingSchema: Invalid URL ''/, statuses: [] },
  mend: (code, endpoint) => code.replace("url = ''", `url = '${endpoint}'`),
};

const keyNamedTwice: Defect = {
  name: "the header's value repeats the header's name: 'x-api-key: KEY' is no key",
  shows: { exitCode: 0, statuses: [401] },
  mend: (code) => code.replace("'x-api-key: x-api-key: ", "'x-api-key: ").replace("': 'x-api-key: ", "': '"),
};

const printsNothing: Defect = {
  name: 'it prints nothing: the value of r.json() is thrown away',
  shows: { exitCode: 0, stdout: /^$/, statuses: [200] },
  mend: (code) => code.replace(/^r\.json\(\)$/m, 'print(r.json())'),
};

const noPhpTag: Defect = {
  name: 'without <?php the file is text: PHP prints it',
  shows: { exitCode: 0, stdout: /curl_setopt\(\$curl,CURLOPT_CAINFO/, statuses: [] },
  mend: (code) => `<?php\n${code}`,
};

const emptyUrlInPhp: Defect = {
  name: 'the URL is empty',
  shows: { exitCode: 0, stdout: /No URL set|URL using bad\/illegal format|malformed/i, statuses: [] },
  mend: (code, endpoint) => code.replace("curl_init('')", `curl_init('${endpoint}')`),
};

const undeclaredName: Defect = {
  name: 'apiKeySecured is declared nowhere: in a module, which is always strict, that is an error',
  shows: { exitCode: 1, stderr: /ReferenceError: apiKeySecured is not defined/, statuses: [] },
  mend: (code) => code.replace(/^apiKeySecured =/m, 'const apiKeySecured ='),
};

const neverCalled: Defect = {
  name: 'it defines a function and calls it nowhere: no request is made',
  shows: { exitCode: 0, stdout: /^$/, statuses: [] },
  mend: (code) =>
    `${code}\n${/const (\w+) = async/.exec(code)?.[1]}().then((value) => console.log(value));\n`,
};

const returnsNothing: Defect = {
  name: 'the function waits for nothing and returns nothing: its caller gets undefined',
  shows: { exitCode: 0, stdout: /^undefined\n$/, statuses: [200] },
  mend: (code) =>
    code
      .replace('=> {fetch(', '=> {return fetch(')
      .replace('response.json().then', 'return response.json().then'),
};

const emptyUrlInJavascript: Defect = {
  name: 'the URL is empty',
  shows: { exitCode: 1, stderr: /Failed to parse URL|Invalid URL/, statuses: [] },
  mend: (code, endpoint) => code.replace("fetch(''", `fetch('${endpoint}'`),
};

const fenceInLine: Defect = {
  name: 'its closing fence stands at the end of a code line, so the block goes on to the end of the next one',
  shows: { exitCode: 1, stderr: /SyntaxError/, statuses: [] },
  mend: (code) => code.slice(0, code.indexOf('```')),
};

const php = [noPhpTag];
const javascript = [undeclaredName, neverCalled, returnsNothing];

/** What the brief prints as a reply, by chapter; `{}` is a defect: no reply looks so. Search's stands inside its JavaScript. */
export const printedReplies = { Provider: '{}', Type: 'the reply', Lang: '{}', Bloom: '{}' } as const;

/**
 * The brief's samples one by one, in its order: what is wrong with each. A sample without a line here, or a line
 * without its sample, fails the test; so does a defect that a run does not show.
 */
export const defectsOfBrief: readonly {
  readonly section: string;
  readonly language: SampleLanguage;
  readonly defects: readonly Defect[];
}[] = [
  { section: 'Authentication', language: 'shell', defects: [noBackslash] },
  { section: 'Authentication', language: 'python', defects: [printsNothing] },
  { section: 'Authentication', language: 'php', defects: php },
  { section: 'Authentication', language: 'javascript', defects: javascript },
  ...['Provider', 'Type', 'Lang', 'Bloom'].flatMap((section) => [
    { section, language: 'shell', defects: [] } as const,
    { section, language: 'python', defects: [printsNothing] } as const,
    { section, language: 'php', defects: php } as const,
    { section, language: 'javascript', defects: javascript } as const,
  ]),
  { section: 'Search', language: 'shell', defects: [emptyUrlInShell, noBackslash] },
  { section: 'Search', language: 'python', defects: [emptyUrlInPython, keyNamedTwice, printsNothing] },
  { section: 'Search', language: 'php', defects: [noPhpTag, emptyUrlInPhp] },
  {
    section: 'Search',
    language: 'javascript',
    defects: [fenceInLine, undeclaredName, neverCalled, emptyUrlInJavascript, returnsNothing],
  },
];
