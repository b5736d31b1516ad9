import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { yamlText } from '../../../openapi/model/yaml-text.ts';
import { mayComeFrom, type Option, type OptionTable } from '../../config/option.ts';
import { apiOptions, commandOptions } from '../../config/options.ts';

/** Where an editor finds the schema, from a project that has the kit. */
const schemaPath = './node_modules/inokufu-api-kit/dist/config.schema.json';

/** A configuration that says which document, and the rest as comments: examples of this document, and defaults. */
export function renderConfig(document: string | undefined, model: ApiModel | undefined): string {
  const examples = examplesFor(model);
  return [
    `# yaml-language-server: $schema=${schemaPath}`,
    '# What is commented out is an example or the default. Paths are relative to this file.',
    '',
    document === undefined ? '# document: openapi.yaml' : yamlText({ document }).trimEnd(),
    ...Object.entries(examples).flatMap(([name, lines]) => [
      '',
      `# ${sentenceOf(apiOptions[name as keyof typeof examples])}`, // its own keys
      ...lines.map((line) => `# ${line}`),
    ]),
    ...Object.entries(commandOptions).flatMap(([name, table]) => ['', ...renderSection(name, table)]),
    '',
  ].join('\n');
}

function examplesFor(model: ApiModel | undefined) {
  const closed = model?.operations.findLast(({ security }) => security.length > 0)?.operationId;
  const plan = model?.plans?.plans[0]?.id ?? 'free';
  const lacks = closed === undefined ? '' : `, closed: [${closed}]`;
  return {
    plans: [
      'plans:',
      `  ${plan}: { rate: 10/s, quota: 500/month${lacks} }`,
      '  pro: { rate: 100/s, label: Professional, price: 99 USD/month }',
    ],
    keys: ['keys:', `  - { key: test-revoked-key, plan: ${plan}, label: withdrawn, state: revoked }`],
    errors: [
      'errors:',
      "  body: { error: { code: '{code}', message: '{message}', details: '{problems}', requestId: '{requestId}' } }",
    ],
    handlers: ['handlers: handlers.mjs'],
  } satisfies Partial<Record<keyof typeof apiOptions, readonly string[]>>;
}

function renderSection(command: string, table: OptionTable): readonly string[] {
  const options: readonly (readonly [string, Option])[] = Object.entries(table).filter(([, option]) =>
    mayComeFrom(option, 'file'),
  );
  const usual = options.filter(([, option]) => option.default !== undefined);
  const others = options.filter(([, option]) => option.default === undefined).map(([name]) => name);
  return [
    `# What api-kit ${command} takes${others.length === 0 ? '' : `; also ${others.join(', ')}`}.`,
    `# ${command}:${usual.length === 0 ? ' {}' : ''}`,
    ...usual.map(([name, option]) => `#   ${name}: ${option.default} # ${option.description}`),
  ];
}

function sentenceOf({ description }: Option): string {
  return `${description.charAt(0).toUpperCase()}${description.slice(1)}.`;
}
