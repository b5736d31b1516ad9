import { redoclyProblems } from '../redocly-problems.ts';

/** Every fault that Redocly finds with the rules of redocly.yaml, warnings too: `file#/pointer: message (rule)`. */
export async function lintDocument(root: string): Promise<readonly string[]> {
  // Of two at once Redocly prints two JSON texts in a row.
  const faults = await Promise.all(['main', 'workflows'].map((name) => lintOne(root, name)));
  return faults.flat();
}

async function lintOne(root: string, name: string): Promise<readonly string[]> {
  const problems = await redoclyProblems(root, name);
  return problems.map(({ location: [place], message, ruleId }) => {
    const where = place === undefined ? 'openapi' : `${place.source.ref}${place.pointer ?? ''}`;
    return `${where}: ${message} (${ruleId})`;
  });
}
