import ts from 'typescript';

/** A piece of a file, and what stands there instead. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const swapped: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  true: 'false',
  false: 'true',
  '0': '1',
  '1': '0',
};
/** Calls that a list comes out of as it went in, were they not there. */
const dropped = new Set(['toSorted', 'sort', 'reverse', 'toReversed', 'filter', 'slice']);

function isName(node: ts.StringLiteral): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

/** What each node of a file may be turned into, types and imports apart. */
export function mutantsOf(source: ts.SourceFile): Mutant[] {
  const mutants: Mutant[] = [];
  const replace = (node: ts.Node, text: string | undefined) => {
    if (text !== undefined) mutants.push({ start: node.getStart(), end: node.end, text });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    // A step of 0 never ends.
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken) return;
    if (ts.isBinaryExpression(node)) replace(node.operatorToken, swapped[node.operatorToken.getText()]);
    if (ts.isConditionalExpression(node)) replace(node.condition, `!(${node.condition.getText()})`);
    if (ts.isIfStatement(node)) replace(node.expression, `!(${node.expression.getText()})`);
    if (
      ts.isNumericLiteral(node) ||
      node.kind === ts.SyntaxKind.TrueKeyword ||
      node.kind === ts.SyntaxKind.FalseKeyword
    )
      replace(node, swapped[node.getText()]);
    if (ts.isStringLiteral(node) && node.text !== '' && !isName(node)) replace(node, "''");
    if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) replace(node, '[]');
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression;
      if (dropped.has(name.text)) replace(node, expression.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}
