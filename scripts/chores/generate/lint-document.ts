import { runRedocly } from '../../commands/diff/run-redocly.ts';

/** What `redocly lint --format json` prints; only what is read here. */
interface LintReport {
  readonly problems: readonly LintProblem[];
}

interface LintProblem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly source: { readonly ref: string }; readonly pointer?: string }[];
}

/** Every fault that Redocly finds with the rules of redocly.yaml, warnings too: `file#/pointer: message (rule)`. */
export async function lintDocument(root: string): Promise<readonly string[]> {
  // Of two at once Redocly prints two JSON texts in a row.
  const faults = await Promise.all(['main', 'workflows'].map((name) => lintOne(root, name)));
  return faults.flat();
}

async function lintOne(root: string, name: string): Promise<readonly string[]> {
  const { stdout, stderr } = await runRedocly(root, ['lint', name, '--format', 'json']);
  if (!stdout.startsWith('{')) throw new Error(`Redocly could not lint: ${stderr}${stdout}`);
  const { problems } = JSON.parse(stdout) as LintReport;
  return problems.map(({ location: [place], message, ruleId }) => {
    const where = place === undefined ? 'openapi' : `${place.source.ref}${place.pointer ?? ''}`;
    return `${where}: ${message} (${ruleId})`;
  });
}
