import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { packageFile, packageRoot } from '../../../openapi/model/package-root.ts';

const face = packageFile('test/contract/contract-testing.ts');
const program = ts.createProgram([face], {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: ['node'],
});
const checker = program.getTypeChecker();
const exported = new Map(
  checker
    .getExportsOfModule(symbolOf(program.getSourceFile(face) as ts.Node))
    .map((symbol) => [symbol.name, real(symbol)]),
);

function symbolOf(node: ts.Node): ts.Symbol {
  return checker.getSymbolAtLocation(node) as ts.Symbol;
}

/** What an `export … from` stands for. */
function real(symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The types of ours that a declaration speaks of; what a function does inside is its own. */
function typesNamedIn(node: ts.Node): readonly ts.Symbol[] {
  if (ts.isBlock(node)) return [];
  const own =
    ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)
      ? [symbolOf(ts.isTypeReferenceNode(node) ? node.typeName : node.expression)]
      : [];
  const below: ts.Symbol[] = [];
  node.forEachChild((child) => {
    below.push(...typesNamedIn(child));
  });
  return [...own.map(real), ...below].filter(isOurs);
}

function isOurs({ declarations = [], flags }: ts.Symbol): boolean {
  const isParameter = (flags & ts.SymbolFlags.TypeParameter) !== 0;
  return !isParameter && declarations.some((one) => isOursByFile(one.getSourceFile().fileName));
}

function isOursByFile(file: string): boolean {
  return file.startsWith(packageRoot) && !file.includes('node_modules');
}

describe('what ./contract exports', () => {
  // A model is handed on as it is: nobody builds one by hand.
  const names = [...exported.keys()].filter((name) => name !== 'ApiModel' && name !== 'KnownCall');

  it.each(names)('%s speaks of no type that can not be imported beside it', (name) => {
    const declarations = exported.get(name)?.declarations ?? [];
    const named = declarations.flatMap(typesNamedIn);
    const hidden = named.filter((symbol) => ![...exported.values()].includes(symbol));
    expect([...new Set(hidden.map((symbol) => symbol.name))]).toEqual([]);
  });

  it('is what a report and a run are made of', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'checkContract',
        'CheckContractOptions',
        'contractTests',
        'CheckResult',
        'SourceLocation',
      ]),
    );
  });
});
