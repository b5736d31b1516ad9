import type { SampleInterpreter } from '../sample-request.ts';

export const javascriptInterpreter: SampleInterpreter = {
  commands: [['node', '--version']],
  // A module: what a reader writes may await at the top level.
  fileName: 'sample.mjs',
  packages: 'nodejs',
};
