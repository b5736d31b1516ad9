import type { SampleInterpreter } from '../sample-request.ts';

export const pythonInterpreter: SampleInterpreter = {
  commands: [
    ['python3', '-c', 'import requests'],
    // A python3 on the PATH often is one of pyenv's, without the packages of the distribution.
    ['/usr/bin/python3', '-c', 'import requests'],
    ['/usr/local/bin/python3', '-c', 'import requests'],
  ],
  fileName: 'sample.py',
  packages: 'python3 python3-requests',
};
