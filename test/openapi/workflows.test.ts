import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ApiModel } from '../../openapi/model/api-model.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';
import { found } from './model-of.ts';

interface Step {
  readonly stepId: string;
  readonly description: string;
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

const { workflows } = parse(readFileSync(packageFile('openapi/workflows.arazzo.yaml'), 'utf8')) as {
  readonly workflows: readonly { readonly workflowId: string; readonly steps: readonly Step[] }[];
};
const steps = workflows.flatMap((workflow) => workflow.steps);

let model: ApiModel;
beforeAll(async () => {
  model = await readModel({ document: packageFile('openapi/document/openapi.yaml'), strict: true });
});

function operationOfStep({ operationId }: Step) {
  return found(
    model.operations.find((operation) => operation.operationId === operationId),
    operationId,
  );
}

it.each(steps)('$stepId sends what $operationId has, and all that it needs', (step) => {
  const { parameters, security } = operationOfStep(step);
  const keys = security.flat().map(({ scheme }) => `${scheme.in} ${scheme.name}`);
  const known = parameters.map((one) => `${one.in} ${one.name}`);
  const required = parameters.filter((one) => one.isRequired).map((one) => `${one.in} ${one.name}`);
  const sent = (step.parameters ?? []).map((one) => `${one.in} ${one.name}`);
  expect([...known, ...keys]).toEqual(expect.arrayContaining(sent));
  expect(sent).toEqual(expect.arrayContaining([...required, ...keys]));
});

it('stands in the quickstart, step by step', () => {
  const guide = readFileSync(packageFile('docs-src/inokufu/pages/guides/quickstart.md'), 'utf8');
  const told = [...guide.matchAll(/^\d\. \[(.+)\]\(\S+\): (.+)$/gm)].map(([, title, text]) => [title, text]);
  const whole = found(
    workflows.find(({ workflowId }) => workflowId === 'wholeSearch'),
    'wholeSearch',
  );
  expect(told).toEqual(whole.steps.map((step) => [operationOfStep(step).summary, step.description]));
});
