import ts from 'typescript';
import type { StandIn } from './with-known-members.ts';

/** Puts the operation of each path that stands in for a method where it belongs, in the interface `paths`. */
export function placeStandIns(nodes: readonly ts.Node[], standIns: readonly StandIn[]): ts.Node[] {
  if (standIns.length === 0) return [...nodes];
  return nodes.map((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'paths') return node;
    const members = new Map(node.members.map((member) => [nameOf(member), member]));
    for (const { path, of, method } of standIns) {
      const operation = memberOf(members.get(path), 'get');
      const owner = members.get(of);
      members.delete(path);
      if (operation === undefined || owner === undefined) continue;
      members.set(of, withMember(owner, method, operation));
    }
    const { modifiers, name, typeParameters, heritageClauses } = node;
    const placed = [...members.values()];
    return ts.factory.updateInterfaceDeclaration(
      node,
      modifiers,
      name,
      typeParameters,
      heritageClauses,
      placed,
    );
  });
}

function nameOf({ name }: ts.TypeElement): string | undefined {
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
}

function membersOf(member: ts.TypeElement | undefined): readonly ts.TypeElement[] {
  const type = member !== undefined && ts.isPropertySignature(member) ? member.type : undefined;
  return type !== undefined && ts.isTypeLiteralNode(type) ? type.members : [];
}

function memberOf(member: ts.TypeElement | undefined, name: string): ts.TypeNode | undefined {
  const found = membersOf(member).find((one) => nameOf(one) === name);
  return found !== undefined && ts.isPropertySignature(found) ? found.type : undefined;
}

function withMember(owner: ts.TypeElement, name: string, type: ts.TypeNode): ts.TypeElement {
  if (!ts.isPropertySignature(owner)) return owner;
  const key = /^\w+$/.test(name) ? ts.factory.createIdentifier(name) : ts.factory.createStringLiteral(name);
  const added = ts.factory.createPropertySignature(undefined, key, undefined, type);
  const literal = ts.factory.createTypeLiteralNode([...membersOf(owner), added]);
  return ts.factory.updatePropertySignature(owner, owner.modifiers, owner.name, owner.questionToken, literal);
}
