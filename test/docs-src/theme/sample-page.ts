import type {
  ContentBlock,
  ExampleView,
  HeadingView,
  OperationView,
  PageView,
  ReplyView,
  SchemaRowView,
} from '../../../docs-src/engine/views/views.ts';
import { en } from '../../../docs-src/engine/words/en.ts';

/* A small made-up page with at least one of everything that the templates print. */

export function row(name: string | undefined, more: Partial<SchemaRowView> = {}): SchemaRowView {
  return {
    id: undefined,
    name,
    type: 'string',
    isRequired: false,
    isDeprecated: false,
    isReadOnly: false,
    isWriteOnly: false,
    isNullable: false,
    descriptionHtml: '',
    assumptionHtml: '',
    constraints: [],
    enumValues: [],
    default: undefined,
    examples: [],
    serialisation: undefined,
    children: [],
    variants: undefined,
    see: undefined,
    ...more,
  };
}

export function heading(level: 1 | 2 | 3, id: string, title: string): HeadingView {
  return { level, id, anchors: [], title, titleHtml: title };
}

function jsonExample(name: string, codeHtml: string): ExampleView {
  return { name, title: name, descriptionHtml: '', codeHtml, language: 'json', href: undefined };
}

export function reply(status: string, phrase: string, more: Partial<ReplyView> = {}): ReplyView {
  return {
    id: `list-pets-status-${status}`,
    status,
    phrase,
    kind: 'client-error',
    descriptionHtml: `<p>${phrase}, told in a sentence.</p>`,
    assumptionHtml: '',
    headers: [],
    headersSee: [],
    contents: [
      {
        mediaType: 'application/json',
        schemaSee: undefined,
        schema: row(undefined, {
          type: 'Error',
          children: [row('code', { isRequired: true }), row('message', { isRequired: true })],
        }),
        examples: [jsonExample(phrase, `{\n  <b>"statusCode"</b>: <i class="n">${status}</i>\n}`)],
      },
    ],
    links: [],
    ...more,
  };
}

const pet = row(undefined, {
  type: 'array of Pet',
  children: [
    row('name', {
      isRequired: true,
      descriptionHtml: '<p>What it is called.</p>',
      constraints: ['at most 60 characters'],
    }),
    row('owner', {
      type: 'Owner',
      descriptionHtml: '<p>Whose it is.</p>',
      children: [
        row('email', { type: 'string <email>' }),
        row('pets', { type: 'array of Pet', see: { label: 'Pet', href: '#pet' } }),
      ],
    }),
    row('kind', {
      type: 'one of',
      variants: {
        kind: 'oneOf',
        title: 'One of',
        discriminator: 'type',
        options: [
          {
            label: 'Cat',
            row: row(undefined, { type: 'Cat', children: [row('lives', { type: 'integer' })] }),
          },
          {
            label: 'Dog',
            row: row(undefined, { type: 'Dog', children: [row('tricks', { type: 'array of string' })] }),
          },
        ],
      },
    }),
  ],
});

export const operation: OperationView = {
  operationId: 'listPets',
  descriptionMarkdown: '',
  heading: undefined,
  idPrefix: 'list-pets',
  title: 'List pets',
  method: 'GET',
  pathPieces: [
    { text: '/owners/', isVariable: false },
    { text: '{owner}', isVariable: true },
    { text: '/pets', isVariable: false },
  ],
  path: '/owners/{owner}/pets',
  url: 'https://api.example.com/v2/owners/{owner}/pets',
  serverUrl: 'https://api.example.com/v2',
  isWebhook: false,
  isDeprecated: false,
  descriptionHtml:
    '<p>Lists the pets of an owner, page by page. Words are compared without accents and letter case.</p>',
  externalDocs: undefined,
  assumptionHtml: 'A page past the end is empty, not an error.',
  security: {
    kind: 'needed',
    alternatives: [
      [{ id: 'key', label: 'key in the header x-api-key', href: '#authentication', scopes: [] }],
    ],
  },
  plans: [
    { name: 'Free', isIncluded: false, rate: undefined, quota: undefined },
    { name: 'Lite', isIncluded: true, rate: '100 calls a second', quota: '10,000 calls a month' },
    { name: 'Pro', isIncluded: true, rate: '500 calls a second', quota: '100,000 calls a month' },
  ],
  parameterGroups: [
    {
      in: 'path',
      title: 'Path parameters',
      rows: [
        row('owner', {
          id: 'list-pets-parameter-owner',
          isRequired: true,
          descriptionHtml: '<p>Id of the owner.</p>',
          examples: ['42'],
        }),
      ],
    },
    {
      in: 'query',
      title: 'Query parameters',
      rows: [
        row('keywords', {
          id: 'list-pets-parameter-keywords',
          descriptionHtml: '<p>Words of a name or a breed; all must occur.</p>',
          examples: ['grey cat'],
          constraints: ['at most 300 characters'],
        }),
        row('lang', {
          id: 'list-pets-parameter-lang',
          isRequired: true,
          descriptionHtml: '<p>Language of the texts.</p>',
          enumValues: ['en', 'fr'],
          examples: ['en'],
        }),
        row('max', {
          id: 'list-pets-parameter-max',
          type: 'integer',
          isRequired: true,
          descriptionHtml: '<p>Pets on a page.</p>',
          constraints: ['1 to 20'],
          default: '10',
        }),
        row('tags', {
          id: 'list-pets-parameter-tags',
          type: 'array of string',
          descriptionHtml: '<p>Only pets with all of these tags.</p>',
          serialisation: 'tags=a,b',
        }),
        row('old', {
          id: 'list-pets-parameter-old',
          isDeprecated: true,
          descriptionHtml: '<p>Use <code>tags</code>.</p>',
          assumptionHtml: 'Ignored since version 2.',
        }),
      ],
    },
  ],
  requestBody: undefined,
  replies: [
    reply('200', 'OK', {
      kind: 'success',
      headersSee: [],
      headers: [row('X-Request-Id', { descriptionHtml: '<p>Id of this call.</p>' })],
      contents: [
        {
          mediaType: 'application/json',
          schema: pet,
          schemaSee: undefined,
          examples: [
            jsonExample(
              'Two pets',
              '[\n  {\n    <b>"name"</b>: <i>"Tom"</i>,\n    <b>"lives"</b>: <i class="n">9</i>\n  },\n  {\n    <b>"name"</b>: <i>"Rex"</i>,\n    <b>"good"</b>: <i class="n">true</i>\n  }\n]',
            ),
            jsonExample('None', '[]'),
          ],
        },
      ],
    }),
    reply('400', 'Bad Request'),
    reply('401', 'Unauthorized'),
    reply('429', 'Too Many Requests'),
    reply('500', 'Internal Server Error', { kind: 'server-error' }),
  ],
  samples: [
    {
      language: 'shell',
      label: 'Shell',
      lexer: 'shell',
      codeHtml:
        "<b>curl</b> --get <i>'https://api.example.com/v2/owners/42/pets'</i> \\\n  --data-urlencode <i>'lang=en'</i> \\\n  --header <i>'x-api-key: <span class=\"kit-key\" data-escape=\"shell\">YOUR-KEY</span>'</i>\n",
    },
    {
      language: 'python',
      label: 'Python',
      lexer: 'python',
      codeHtml:
        '<i class="k">import</i> requests\n\nresponse = requests.get(\n    <i>"https://api.example.com/v2/owners/42/pets"</i>,\n    headers={<i>"x-api-key"</i>: <i>"<span class="kit-key" data-escape="python">YOUR-KEY</span>"</i>},\n)\n<i class="c"># the pets</i>\n<b>print</b>(response.json())\n',
    },
  ],
  callbacks: [],
  tryIt: {
    method: 'GET',
    path: '/owners/{owner}/pets',
    servers: ['/v2', 'https://api.example.com/v2'],
    fields: [
      {
        name: 'owner',
        in: 'path',
        isRequired: true,
        control: 'text',
        options: [],
        value: '42',
        placeholder: '',
        style: 'simple',
        explode: false,
      },
      {
        name: 'lang',
        in: 'query',
        isRequired: true,
        control: 'select',
        options: ['en', 'fr'],
        value: 'en',
        placeholder: '',
        style: 'form',
        explode: true,
      },
      {
        name: 'max',
        in: 'query',
        isRequired: true,
        control: 'number',
        options: [],
        value: '10',
        placeholder: '1 to 20',
        style: 'form',
        explode: true,
      },
      {
        name: 'tags',
        in: 'query',
        isRequired: false,
        control: 'json',
        options: [],
        value: '',
        placeholder: '["a", "b"]',
        style: 'form',
        explode: false,
      },
    ],
    body: undefined,
    credentials: [{ schemeId: 'key', in: 'header', name: 'x-api-key', prefix: '' }],
  },
  pageHref: 'operations/list-pets.html',
};

export const page: PageView & { readonly blocks: readonly ContentBlock[] } = {
  kind: 'whole',
  site: {
    title: 'Pet API',
    locale: 'en',
    direction: 'ltr',
    languages: [
      { id: 'shell', label: 'Shell' },
      { id: 'python', label: 'Python' },
    ],
    hasSearch: true,
    hasCopyButtons: true,
    tocFootersHtml: ['<a href="mailto:pets@example.com">Ask for a key</a>'],
    meta: [],
    words: en.theme,
    version: '2.1.0',
    servers: [],
    keyPlaceholder: 'YOUR-KEY',
  },
  path: 'index.html',
  root: '',
  title: 'Pet API',
  description: 'Pets and their owners.',
  canonicalUrl: undefined,
  openGraph: [{ property: 'og:title', content: 'Pet API' }],
  contentSecurityPolicy:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
  styles: ['site.css'],
  scripts: ['start.js', 'site.js'],
  favicon: undefined,
  logo: undefined,
  homeHref: 'index.html',
  markdownHref: 'index.md',
  searchDataHref: 'search.json',
  downloads: [{ label: 'openapi.json', href: 'openapi.json' }],
  menu: [
    {
      title: 'Introduction',
      titleHtml: 'Introduction',
      href: '#introduction',
      id: 'introduction',
      method: undefined,
      isDeprecated: false,
      isCurrent: false,
      children: [],
    },
    {
      title: 'Pets',
      titleHtml: 'Pets',
      href: '#pets',
      id: 'pets',
      method: undefined,
      isDeprecated: false,
      isCurrent: false,
      children: [
        {
          title: 'List pets',
          titleHtml: 'List pets',
          href: '#list-pets',
          id: 'list-pets',
          method: 'GET',
          isDeprecated: false,
          isCurrent: false,
          children: [],
        },
      ],
    },
    {
      title: 'Errors',
      titleHtml: 'Errors',
      href: '#errors',
      id: 'errors',
      method: undefined,
      isDeprecated: false,
      isCurrent: false,
      children: [],
    },
  ],
  blocks: [
    { kind: 'heading', heading: heading(1, 'introduction', 'Introduction') },
    {
      kind: 'html',
      markdown: '',
      html: '<p>Welcome to the Pet API. You can view <a href="#pets">code examples</a> in the dark area.</p><aside role="note" class="notice">A notice with <code>code</code>.</aside><aside role="note" class="warning">A warning.</aside><aside role="note" class="success">Well done.</aside><div class="highlight"><pre class="highlight shell tab-shell"><code># With shell\ncurl https://api.example.com/v2</code></pre></div><blockquote><p>The above command returns JSON structured like this:</p></blockquote><div class="highlight"><pre class="highlight json tab-json"><code>{}</code></pre></div><p>Text that stands beside the code.</p>',
    },
    {
      kind: 'plans',
      plans: {
        plans: ['Free', 'Lite', 'Pro', 'Custom'],
        rows: [
          {
            title: 'Request speed',
            cells: ['10 calls/s', '100 calls/s', '500 calls/s', '>> 500 calls/s'].map((text) => ({
              kind: 'text',
              text,
            })),
          },
          {
            title: 'Search by code',
            cells: [
              { kind: 'no', text: '' },
              { kind: 'yes', text: '' },
              { kind: 'yes', text: '' },
              { kind: 'yes', text: '' },
            ],
          },
        ],
        demos: [{ name: 'Demo', key: 'demo123', rate: '1 call a second', quota: '50 calls a day' }],
      },
    },
    { kind: 'heading', heading: heading(1, 'pets', 'Pets') },
    { kind: 'heading', heading: heading(2, 'list-pets', 'List pets') },
    { kind: 'operation', operation },
    { kind: 'heading', heading: heading(1, 'errors', 'Errors') },
    {
      kind: 'errors',
      errors: {
        rows: [
          {
            id: 'error-429',
            status: '429',
            phrase: 'Too Many Requests',
            meaningHtml: '<p>Too fast, or too often this month.</p>',
            codes: [
              {
                id: 'error-429-quota',
                code: 'QUOTA_EXCEEDED',
                meaningHtml: 'The quota of this month is used up.',
              },
            ],
            operations: [{ label: 'List pets', href: '#list-pets' }],
          },
        ],
      },
    },
  ],
  previous: undefined,
  next: { label: 'Get a pet', href: 'operations/get-pet.html' },
};
