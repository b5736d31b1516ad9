import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonObject, Operation } from '../../openapi/model/api-model.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';
import { documentedRequest } from '../../openapi/operations/requests/documented-request.ts';

/** What the public pages state of the API: the document has to say the same. */
const model = await readModel({ document: packageFile('openapi/document/openapi.yaml'), strict: true });
const bundle = JSON.parse(readFileSync(packageFile('openapi/generated/openapi.json'), 'utf8'));

function operationOf(operationId: string): Operation {
  const operation = model.operations.find((it) => it.operationId === operationId);
  if (operation === undefined) throw new Error(`The document has no operation ${operationId}.`);
  return operation;
}

const open = '200 400 406 414 500 503';
const search = '200 400 401 406 414 429 500 503';
const gated = '200 400 401 403 406 414 429 500 503';
const posted = '201 400 401 406 413 414 415 429 500 503';

describe('operations', () => {
  test.each`
    operationId            | method    | path                  | schemes     | required                       | statuses
    ${'listProviders'}     | ${'get'}  | ${'/provider'}        | ${''}       | ${''}                          | ${open}
    ${'listTypes'}         | ${'get'}  | ${'/type'}            | ${''}       | ${''}                          | ${open}
    ${'listLangs'}         | ${'get'}  | ${'/lang'}            | ${''}       | ${''}                          | ${open}
    ${'listBlooms'}        | ${'get'}  | ${'/bloom'}           | ${''}       | ${''}                          | ${open}
    ${'search'}            | ${'get'}  | ${'/search'}          | ${'ApiKey'} | ${'lang type bloom model max'} | ${search}
    ${'searchByProvider'}  | ${'get'}  | ${'/search-provider'} | ${'ApiKey'} | ${'provider lang'}             | ${search}
    ${'searchByRome'}      | ${'get'}  | ${'/searchrome'}      | ${'ApiKey'} | ${'rome lang max'}             | ${gated}
    ${'searchByFormacode'} | ${'get'}  | ${'/searchformacode'} | ${'ApiKey'} | ${'formacode lang max'}        | ${gated}
    ${'sendFeedback'}      | ${'post'} | ${'/feedback'}        | ${'ApiKey'} | ${''}                          | ${posted}
  `('$operationId is $method $path', ({ operationId, method, path, schemes, required, statuses }) => {
    const operation = operationOf(operationId);
    expect({
      method: operation.method,
      path: operation.path,
      schemes: operation.security
        .flat()
        .map((needed) => needed.scheme.id)
        .join(' '),
      required: operation.parameters
        .filter((it) => it.isRequired)
        .map((it) => it.name)
        .join(' '),
      statuses: operation.responses.map((response) => response.status).join(' '),
    }).toEqual({ method, path, schemes, required, statuses });
  });

  test('are nine, in the order of the pages', () => {
    expect(model.operations.map((operation) => operation.tags.join()).join(' ')).toBe(
      `${'Utility '.repeat(4)}${'Learning Objects (LO) '.repeat(5)}`.trim(),
    );
  });

  test.each`
    operationId            | defaults
    ${'search'}            | ${{ page: 0, sort: 'best' }}
    ${'searchByProvider'}  | ${{ model: 'strict', match: 'best-effort', max: 10, page: 0, sort: 'popularity' }}
    ${'searchByRome'}      | ${{ model: 'strict', sort: 'best', page: 0 }}
    ${'searchByFormacode'} | ${{ model: 'strict', sort: 'best', page: 0 }}
  `('$operationId has its defaults', ({ operationId, defaults }) => {
    const written = operationOf(operationId).parameters.filter((it) => it.schema.default !== undefined);
    expect(Object.fromEntries(written.map((it) => [it.name, it.schema.default]))).toEqual(defaults);
  });

  test.each(['search', 'searchByProvider', 'searchByRome', 'searchByFormacode'])(
    '%s repeats every parameter in the request of its answer, then the id',
    (operationId) => {
      const operation = operationOf(operationId);
      const answer = operation.responses[0]?.contents[0]?.schema;
      const repeated = [...(answer?.properties.get('request')?.properties.keys() ?? [])];
      expect(repeated).toEqual([...operation.parameters.map((it) => it.name), 'id']);
    },
  );

  test.each(['search', 'searchByProvider', 'searchByRome', 'searchByFormacode'])(
    '%s shows first what its documented request is answered with',
    (operationId) => {
      const operation = operationOf(operationId);
      const shown = operation.responses[0]?.contents[0]?.examples[0]?.value as { request: JsonObject };
      const sent = documentedRequest(operation).parameters.map((it) => [it.parameter.name, it.value]);
      const { id: _, ...repeated } = shown.request;
      const defaults = operation.parameters.map((it) => [it.name, it.schema.default ?? '']);
      expect(repeated).toEqual(Object.fromEntries([...defaults, ...sent]));
    },
  );

  test('listTypes answers the four objects that are printed in full', () => {
    const example = operationOf('listTypes').responses[0]?.contents[0]?.examples[0]?.value;
    expect(JSON.stringify(example)).toBe(JSON.stringify(types));
  });
});

describe('errors', () => {
  const codes = model.schemas.get('ErrorCode');

  test('have one list of codes, for tools and for people', () => {
    expect(codes?.oneOf.map((code) => code.const)).toEqual(codes?.enum);
  });

  test('show each code in an example of its status', () => {
    const wanted = codes?.oneOf.map((code) => `${code.title?.slice(0, 3)} ${code.const}`) ?? [];
    const shown = errorExamples().map((body) => `${body.statusCode} ${body.code}`);
    expect([...new Set(shown)].toSorted()).toEqual(wanted.toSorted());
  });

  test('name the status of their response', () => {
    const pairs = model.operations
      .flatMap((operation) => operation.responses)
      .flatMap((response) =>
        response.contents.flatMap((content) =>
          content.examples.map(({ value }) => [response.status, (value as JsonObject).statusCode] as const),
        ),
      );
    expect(pairs.filter(([status, named]) => named !== undefined && String(named) !== status)).toEqual([]);
  });
});

describe('usage plans', () => {
  const closed = ['searchByRome', 'searchByFormacode'];
  test.each`
    id          | rate    | quota       | period     | shut      | cost   | support                           | isHidden
    ${'demo'}   | ${1}    | ${50}       | ${'day'}   | ${closed} | ${0}   | ${undefined}                      | ${true}
    ${'free'}   | ${10}   | ${500}      | ${'month'} | ${closed} | ${0}   | ${undefined}                      | ${false}
    ${'lite'}   | ${100}  | ${10_000}   | ${'month'} | ${[]}     | ${99}  | ${'email'}                        | ${false}
    ${'pro'}    | ${500}  | ${100_000}  | ${'month'} | ${[]}     | ${499} | ${'email (48 h)'}                 | ${false}
    ${'custom'} | ${5000} | ${10000000} | ${'month'} | ${[]}     | ${0}   | ${'email + phone (24 h, 7 days)'} | ${false}
  `('$id', ({ id, rate, quota, period, shut, cost, support, isHidden }) => {
    const plan = model.plans?.plans.find((it) => it.id === id);
    expect({
      rate: [plan?.limits.rate?.max, plan?.limits.rate?.periodSeconds, plan?.limits.rate?.burst],
      quota: [plan?.limits.quota?.max, plan?.limits.quota?.period],
      shut: [...(plan?.closedOperationIds ?? [])],
      cost: [plan?.pricing.cost, plan?.pricing.currency, plan?.pricing.billing],
      support: plan?.support,
      isHidden: plan?.isHidden,
    }).toEqual({
      rate: [rate, 1, rate],
      quota: [quota, period],
      shut,
      cost: [cost, 'USD', 'monthly'],
      support,
      isHidden,
    });
  });

  test('show words where a number would say too much', () => {
    const custom = model.plans?.plans.find((plan) => plan.id === 'custom');
    expect([custom?.limits.rate?.shown, custom?.limits.quota?.shown, custom?.pricing.shown]).toEqual([
      '> 500',
      '> 100,000',
      'On quote',
    ]);
  });

  test('have one demo key', () => {
    expect(model.plans?.plans.flatMap((plan) => plan.demoKey ?? [])).toEqual([
      'demo29331806e87fe8d34d03ddaad2b1b454b58a5b9d4f1385d4f86bb321',
    ]);
  });
});

describe('decisions of ours', () => {
  test.each([
    'openapi.yaml',
    'components/schemas/Error.yaml',
    'components/schemas/ErrorCode.yaml',
    'components/schemas/FeedbackReply.yaml',
    ...['BadRequest', 'BadBody', 'BadUrl', 'Forbidden', 'Gone', 'ContentTooLarge'].map(
      (name) => `components/responses/${name}.yaml`,
    ),
    ...['UnsupportedMediaType', 'TooManyRequests'].map((name) => `components/responses/${name}.yaml`),
    ...readdirSync(packageFile('openapi/document/components/headers')).map(
      (name) => `components/headers/${name}`,
    ),
    ...['address', 'distanceMaxImportant', 'learningTimeMin', 'page', 'provider'].map(
      (name) => `components/parameters/${name}.yaml`,
    ),
    ...['search-provider', 'searchrome', 'searchformacode'].map((name) => `paths/${name}.yaml`),
  ])('are marked in %s', (file) => {
    expect(readFileSync(packageFile(`openapi/document/${file}`), 'utf8')).toMatch(
      /^ {0,2}x-kit-assumption: \S/m,
    );
  });

  test('are marked on the plans whose numbers nobody published', () => {
    const marked = model.plans?.plans.filter((plan) => plan.assumption !== undefined);
    expect(marked?.map((plan) => plan.id)).toEqual(['demo', 'custom']);
  });
});

describe('files', () => {
  test.each(['schemas', 'parameters', 'responses', 'headers', 'examples'])(
    'components/%s: each is used, and under its own name',
    (kind) => {
      const files = readdirSync(packageFile(`openapi/document/components/${kind}`));
      expect(
        Object.keys(bundle.components[kind])
          .map((name) => `${name}.yaml`)
          .toSorted(),
      ).toEqual(files.toSorted());
    },
  );
});

/** Also of the statuses that no operation answers: they are in the components alone. */
function errorExamples(): readonly JsonObject[] {
  return Object.values<{ value: JsonObject }>(bundle.components.examples)
    .map((example) => example.value)
    .filter((value) => value.code !== undefined);
}

const types = [
  {
    type: 'video',
    description: 'Educational videos from providers such as YouTube, Dailymotion, Vimeo, etc.',
  },
  {
    type: 'mooc',
    description:
      'Massive Open Online Course (MOOC) from providers such as edX, Coursera, OpenClassrooms, Linkedin Learning, etc.',
  },
  {
    type: 'podcast',
    description: 'Educational audio file from providers such as ApplePodcasts, SoundCloud.',
  },
  {
    type: 'app',
    description:
      'Educational app or app that are useful for learning a new skill of job, from providers such as App Store, Google Play Store.',
  },
];
