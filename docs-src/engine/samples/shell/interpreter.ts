import type { SampleInterpreter } from '../sample-request.ts';

export const shellInterpreter: SampleInterpreter = {
  commands: [['bash', '-c', 'curl --version']],
  fileName: 'sample.sh',
  packages: 'bash curl',
};
