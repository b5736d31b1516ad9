import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { draftDocument } from '../../../../docs-src/engine/draft/draft-document.ts';
import { printDraft } from '../../../../docs-src/engine/draft/print-draft.ts';
import { defaultSettings } from '../../../../docs-src/engine/source/front-matter.ts';

function draftOf(...texts: readonly string[]) {
  const files = texts.map((text, index) => ({ file: `${'ab'[index]}.md`, firstLine: 1, text }));
  const settings = { ...defaultSettings, title: 'Toys' };
  const draft = draftDocument([{ settings, texts: files, faults: [], repaired: [] }]);
  if (draft === undefined) throw new Error('There is nothing to draft.');
  const yaml = printDraft(draft, 'toys');
  return {
    draft,
    yaml,
    document: parse(yaml),
    unclear: draft.notes.allUnclear.map(({ message }) => message),
  };
}

/** The operations of a draft, as `get /path`. */
function operationsOf(...texts: readonly string[]): readonly string[] {
  const { paths } = draftOf(...texts).document;
  return Object.keys(paths).flatMap((path) => Object.keys(paths[path]).map((method) => `${method} ${path}`));
}

const json = (value: unknown) => `\n\`\`\`json\n${JSON.stringify(value)}\n\`\`\`\n`;

describe('an operation', () => {
  it.each([
    { where: 'code in a line of its own', given: '`GET /toys`' },
    { where: 'a heading', given: '## GET /toys' },
    { where: 'a block of code', given: '```\nGET /toys HTTP/1.1\n```' },
    { where: 'a cell', given: 'Call | Meaning\n--- | ---\n`GET /toys` | all toys' },
    { where: 'two cells', given: 'Path | Method | Meaning\n--- | --- | ---\n/toys | GET | all toys' },
    { where: 'a sentence, if nothing else has it', given: 'Call `GET /toys` to see them.' },
    { where: 'a curl command, if no text has one', given: '```shell\ncurl https://toys.example/toys\n```' },
  ])('stands in $where', ({ given }) => {
    expect(operationsOf(given)).toEqual(['get /toys']);
  });

  it('is one, wherever and with whatever placeholder it is named', () => {
    expect(operationsOf('# A\n`GET /toys/:id`', '# B\n`GET /toys/<toy>`\n\n`GET /toys/42`')).toEqual([
      'get /toys/{id}',
    ]);
  });

  it('is asked with values in a request beside it', () => {
    expect(operationsOf('`GET /toys/{name}`\n\n```\nGET /toys/bear HTTP/1.1\n```')).toEqual([
      'get /toys/{name}',
    ]);
  });

  it('has its name from its heading, its tag from the highest, its description from its text', () => {
    const page =
      '# Toys\n## See All Toys\nThey come *at once*.\n### HTTP Request\n`GET /toys`\n\n## More\n`GET /more`';
    expect(draftOf(page).document.paths['/toys'].get).toMatchObject({
      operationId: 'seeAllToys',
      summary: 'See All Toys',
      tags: ['Toys'],
      description: 'They come *at once*.',
    });
  });

  it('shares a heading with others and has an id of its path', () => {
    const { paths } = draftOf('# Toys\n`GET /toys`\n\n`DELETE /toys/{id}`').document;
    expect([paths['/toys'].get.operationId, paths['/toys/{id}'].delete.operationId]).toEqual([
      'getToys',
      'deleteToysById',
    ]);
  });

  it('has the code and the tables between its line and the next', () => {
    const table = 'Parameter | Description\n--- | ---\npage | Which';
    const { paths } = draftOf(`# Toys\n\`GET /toys\`\n${json([1])}\n\`GET /bears\`\n\n${table}`).document;
    expect(paths['/toys'].get.responses[200].content['application/json'].example).toEqual([1]);
    expect(paths['/bears'].get.parameters).toMatchObject([{ name: 'page', in: 'query' }]);
  });
});

describe('a parameter', () => {
  const rowsOf = (line: string, label: string, ...rows: readonly string[]) =>
    draftOf(
      `# A\n\`${line}\`\n\n### ${label}\n\nName | Type | Required | Description\n--- | --- | --- | ---\n${rows.join('\n')}`,
    );

  it.each([
    {
      line: 'GET /a/:id',
      label: 'URL Parameters',
      row: 'id | string | yes | x',
      want: { name: 'id', in: 'path', required: true },
    },
    {
      line: 'GET /a',
      label: 'URL Parameters',
      row: 'page | int | no | x',
      want: { name: 'page', in: 'query', schema: { type: 'integer' } },
    },
    {
      line: 'POST /a',
      label: 'Query Parameters',
      row: 'page | int | yes | x',
      want: { name: 'page', in: 'query', required: true },
    },
    {
      line: 'GET /a',
      label: 'Headers',
      row: 'X-Trace | string | no | x',
      want: { name: 'X-Trace', in: 'header' },
    },
  ])('of $line under $label is in $want.in', ({ line, label, row, want }) => {
    const { paths } = rowsOf(line, label, row).document;
    const [operation] = Object.values(paths).flatMap((item) => Object.values(item as object));
    expect(operation.parameters).toEqual([expect.objectContaining(want)]);
  });

  it('of a POST is a field of its body', () => {
    const body = rowsOf(
      'POST /a',
      'Parameters',
      'name | string | yes | Its name',
      'size.width | int | no | cm',
    ).document.paths['/a'].post.requestBody;
    expect(body.content['application/json'].schema).toEqual({
      type: 'object',
      properties: {
        name: { type: 'string', description: 'Its name' },
        size: { type: 'object', properties: { width: { type: 'integer', description: 'cm' } } },
      },
      required: ['name'],
    });
  });

  it('without a type is a string, and unclear; its default says more', () => {
    const { document, unclear } = draftOf(
      '# A\n`GET /a`\n\nParameter | Default\n--- | ---\nq |\nall | false',
    );
    expect(document.paths['/a'].get.parameters).toMatchObject([
      { schema: { type: 'string' } },
      { schema: { type: 'boolean', default: false } },
    ]);
    expect(unclear).toContainEqual('Nothing says of which type q is: a string in the draft.');
  });

  it('stands in the query of a line, and its value is an example', () => {
    expect(draftOf('`GET /a?page=2&q=<text>`').document.paths['/a'].get.parameters).toMatchObject([
      { name: 'page', in: 'query', example: '2' },
      { name: 'q', in: 'query' },
    ]);
  });
});

describe('a body', () => {
  it('is what curl sends, its examples kept; what a table requires and an example lacks is optional', () => {
    const { document, unclear } = draftOf(
      `# A\n\`POST /a\`\n\n\`\`\`shell\ncurl https://x.example/a -d '{"n": 1}'\n\`\`\`\n\nField | Type | Required\n--- | --- | ---\nn | string | yes\nm | string | yes`,
    );
    expect(document.paths['/a'].post.requestBody.content['application/json']).toEqual({
      schema: {
        type: 'object',
        properties: { n: { type: ['integer', 'string'] }, m: { type: 'string' } },
        required: ['n'],
      },
      example: { n: 1 },
    });
    expect(unclear).toContainEqual(
      '"n" is of type string here, and integer in an example: the draft takes both.',
    );
    expect(unclear).toContainEqual(
      '"m" is required here, and an example has none: it is optional in the draft.',
    );
  });

  it('is a form, whose texts are of the types of the table', () => {
    const { content } = draftOf(
      '# A\n`POST /a`\n\n```shell\ncurl https://x.example/a -d n=1 -d m=2\n```\n\nField | Type\n--- | ---\nn | integer\n',
    ).document.paths['/a'].post.requestBody;
    expect(content['application/x-www-form-urlencoded']).toEqual({
      schema: { type: 'object', properties: { n: { type: 'integer' }, m: { type: 'string' } } },
      example: { n: 1, m: '2' },
    });
  });

  it('of a request is the JSON under a heading that says so', () => {
    const { post } = draftOf(
      `# A\n\`POST /a\`\n### Request\n${json({ a: 1 })}\n### Response\n${json({ b: 2 })}`,
    ).document.paths['/a'];
    expect(post.requestBody.content['application/json'].example).toEqual({ a: 1 });
    expect(post.responses[200].content['application/json'].example).toEqual({ b: 2 });
  });
});

describe('a reply', () => {
  it('has the schema of all examples, described by the table of its fields', () => {
    const table = '### Response Parameters\n\nName | Description\n--- | ---\nid | Its id';
    const [content] = Object.values(
      draftOf(`# A\n\`GET /a\`\n${json({ id: 1, x: null })}${json({ id: 2, x: 'y' })}\n${table}`).document
        .paths['/a'].get.responses[200].content,
    );
    expect(content).toEqual({
      schema: {
        type: 'object',
        properties: { id: { type: 'integer', description: 'Its id' }, x: { type: ['string', 'null'] } },
        required: ['id', 'x'],
      },
      examples: { example1: { value: { id: 1, x: null } }, example2: { value: { id: 2, x: 'y' } } },
    });
  });

  it.each([
    { given: `Returns \`201 Created\`.\n${json(1)}${json({ a: 1 })}`, want: ['201'] },
    { given: `\n\`\`\`http\nHTTP/1.1 202 Accepted\n\n{"a": 1}\n\`\`\``, want: ['202'] },
    { given: `${json({ a: 1 })}\n> Error 404:\n${json({ b: 1 })}`, want: ['200', '404'] },
    { given: `${json({ a: 1 })}\n> If it fails:\n${json({ b: 1 })}`, want: ['200', '4XX'] },
  ])('has the status that is told: $want', ({ given, want }) => {
    expect(Object.keys(draftOf(`# A\n\`POST /a\`\n\n${given}`).document.paths['/a'].post.responses)).toEqual(
      want,
    );
  });

  it('of every operation is an error of the table that is about none', () => {
    const { document } = draftOf('# A\n`GET /a`', '# Errors\n\nCode | Meaning\n--- | ---\n404 | No such toy');
    expect(document.paths['/a'].get.responses).toMatchObject({
      404: { $ref: '#/components/responses/NotFound' },
    });
    expect(document.components.responses).toEqual({ NotFound: { description: 'No such toy' } });
  });
});

describe('the server', () => {
  it.each([
    {
      rule: 'ends with the version',
      given: '`GET https://x.example/api/v2/a`\n\n`GET https://x.example/api/v2/b/c`',
      url: 'https://x.example/api/v2',
      paths: ['/a', '/b/c'],
    },
    {
      rule: 'has no base where paths have none in common',
      given: '`GET https://x.example/v1/a`\n\n`GET https://x.example/v2/a`',
      url: 'https://x.example',
      paths: ['/v1/a', '/v2/a'],
    },
    {
      rule: 'is told by the text',
      given: 'The base URL is https://x.example/api/v1.\n\n`GET /a`',
      url: 'https://x.example/api/v1',
      paths: ['/a'],
    },
    {
      rule: 'is told by the text, and its base by the paths',
      given: 'The base URL is https://x.example/v1.\n\n`GET /v1/a`',
      url: 'https://x.example',
      paths: ['/v1/a'],
    },
    {
      rule: 'is that of the requests',
      given: '`GET /a`\n\n```shell\ncurl https://x.example/v1/a\n```',
      url: 'https://x.example/v1',
      paths: ['/a'],
    },
  ])('$rule', ({ given, url, paths }) => {
    const { document } = draftOf(given);
    expect([document.servers[0].url, Object.keys(document.paths)]).toEqual([url, paths]);
  });

  it('has variables for its placeholders', () => {
    expect(draftOf('`GET https://<shop>.x.example/a`').document.servers).toEqual([
      { url: 'https://{shop}.x.example', variables: { shop: { default: 'shop' } } },
    ]);
  });

  it('that nobody names is unclear', () => {
    expect(draftOf('`GET /a`').unclear).toContainEqual(
      'No address of a server was found: say it under "servers".',
    );
  });
});

describe('a key', () => {
  const curl = (...options: readonly string[]) =>
    `\n\`\`\`shell\ncurl https://x.example/a ${options.join(' ')}\n\`\`\`\n`;

  it.each([
    {
      given: curl("-H 'X-Api-Key: abc'"),
      want: { 'x-api-key': { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
    },
    { given: curl("-H 'Authorization: Bearer abc'"), want: { bearer: { type: 'http', scheme: 'bearer' } } },
    {
      given: curl("-H 'Authorization: abc'"),
      want: { authorization: { type: 'apiKey', in: 'header', name: 'Authorization' } },
    },
    { given: curl('-u me:secret'), want: { basic: { type: 'http', scheme: 'basic' } } },
    {
      given: '\n`X-Auth-Token: abc`\n',
      want: { 'x-auth-token': { type: 'apiKey', in: 'header', name: 'X-Auth-Token' } },
    },
    {
      given: '\n`GET /a?api_key=abc`\n\n```shell\ncurl https://x.example/a?api_key=abc\n```\n',
      want: { 'api_key-in-query': { type: 'apiKey', in: 'query', name: 'api_key' } },
    },
  ])('is a scheme, and no parameter', ({ given, want }) => {
    const { document } = draftOf(`# A\n\`GET /a\`\n${given}`);
    expect(document.components.securitySchemes).toEqual(want);
    expect(document.paths['/a'].get.parameters).toBeUndefined();
    expect(document.security).toEqual([Object.fromEntries(Object.keys(want).map((id) => [id, []]))]);
  });

  it('of the text holds for all but those whose requests carry none, which is unclear', () => {
    const { document, unclear } = draftOf(
      `# Keys\n\`X-Api-Key: abc\`\n# A\n\`GET /a\`\n${curl()}\n# B\n\`GET /b\`\n`,
    );
    expect([document.security, document.paths['/a'].get.security, document.paths['/b'].get.security]).toEqual(
      [[{ 'x-api-key': [] }], [], undefined],
    );
    expect(unclear).toContainEqual('The requests of GET /a carry no key: the draft asks for none.');
  });
});

it('says in comments where each part was read, and at the top how much became operations and what is unclear', () => {
  const { yaml } = draftOf(
    '# A\n`GET /a/{id}`\n\nParameter | Type\n--- | ---\nid | string\n\n> Returns:\n\n```json\n{"a": 1}\n```',
  );
  expect(yaml).toMatchInlineSnapshot(`
    "# A draft of toys: a start, to be read against the page. FILE:LINE says where a part was read.
    # 1 of 1 lines like "GET /path" became operations (100 %); the draft has 1.
    #
    # Unclear:
    # - a.md:2: No address of a server was found: say it under "servers".

    openapi: 3.1.1
    info:
      title: Toys
      version: "0.1"
    servers:
      - url: /
    security: []
    tags:
      # a.md:1
      - name: A
    paths:
      /a/{id}:
        # a.md:2
        get:
          operationId: a
          summary: A
          tags:
            - A
          parameters:
            # a.md:6
            - name: id
              in: path
              required: true
              schema:
                type: string
          responses:
            # a.md:11
            "200":
              description: OK
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      a:
                        type: integer
                    required:
                      - a
                  example:
                    a: 1
    "
  `);
});

it('counts lines in the source as it is written, not what is commented out', () => {
  const { draft } = draftOf('`GET /a`\n\n**POST** `/a`\n\n<!-- `GET /b` -->\n\n`PUT /a`, again `PUT /a`');
  expect(draft.lines).toEqual({ all: 4, taken: 4 });
});

it('drafts nothing of a page without operations', () => {
  const page = {
    settings: defaultSettings,
    texts: [{ file: 'a.md', firstLine: 1, text: '# Hello\n\nGET or POST it.' }],
    faults: [],
    repaired: [],
  };
  expect(draftDocument([page])).toBeUndefined();
});
