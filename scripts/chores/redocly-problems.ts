import { runRedocly } from '../commands/diff/run-redocly.ts';

/** What `redocly lint --format json` prints of a problem; only what is read here. */
interface LintProblem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly source: { readonly ref: string }; readonly pointer?: string }[];
}

/** All that `redocly lint` finds in a file, or under a name of the redocly.yaml in the folder. Throws where it can't be read. */
export async function redoclyProblems(folder: string, name: string): Promise<readonly LintProblem[]> {
  const all = ['--max-problems', '1000000'];
  const { stdout, stderr } = await runRedocly(folder, ['lint', name, '--format', 'json', ...all]);
  if (!stdout.startsWith('{')) throw new Error(`Redocly could not read it: ${stderr}${stdout}`);
  return (JSON.parse(stdout) as { readonly problems: readonly LintProblem[] }).problems;
}
