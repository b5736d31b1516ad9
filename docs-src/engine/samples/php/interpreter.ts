import type { SampleInterpreter } from '../sample-request.ts';

export const phpInterpreter: SampleInterpreter = {
  commands: [['php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);']],
  fileName: 'sample.php',
  packages: 'php-cli php-curl',
};
