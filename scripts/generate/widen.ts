import type ts from "typescript";
import { isInherited } from "./inherited-members.ts";

export type Compiler = typeof ts;

/** A type for input: optional properties and maps accept `undefined`, arrays are readonly. */
export function widen(compiler: Compiler, type: ts.TypeNode): ts.TypeNode {
  const { factory } = compiler;

  function visit(node: ts.Node): ts.Node {
    const name = schemaName(compiler, node);
    if (name !== undefined) return factory.createTypeReferenceNode(name);
    const inner = compiler.visitEachChild(node, visit, undefined);
    if (compiler.isArrayTypeNode(inner) || compiler.isTupleTypeNode(inner))
      return factory.createTypeOperatorNode(compiler.SyntaxKind.ReadonlyKeyword, inner);
    if (compiler.isPropertySignature(inner) && inner.questionToken && inner.type)
      return factory.updatePropertySignature(
        inner,
        inner.modifiers,
        inner.name,
        inner.questionToken,
        orUndefined(inner.type, inheritedMember(inner.name)),
      );
    if (compiler.isIndexSignatureDeclaration(inner))
      return factory.updateIndexSignature(inner, inner.modifiers, inner.parameters, orUndefined(inner.type));
    return inner;
  }

  function inheritedMember(name: ts.PropertyName): ts.TypeNode[] {
    if (!("text" in name && isInherited(name.text))) return [];
    const key = factory.createLiteralTypeNode(factory.createStringLiteral(name.text));
    return [factory.createIndexedAccessTypeNode(factory.createTypeReferenceNode("Object"), key)];
  }

  function orUndefined(given: ts.TypeNode, more: readonly ts.TypeNode[] = []): ts.TypeNode {
    if (given.kind === compiler.SyntaxKind.UnknownKeyword) return given;
    const types = compiler.isUnionTypeNode(given) ? given.types : [given];
    return factory.createUnionTypeNode([
      ...types,
      ...more,
      factory.createKeywordTypeNode(compiler.SyntaxKind.UndefinedKeyword),
    ]);
  }

  return visit(type) as ts.TypeNode;
}

/** The schema that `components["schemas"]["Name"]` is. */
function schemaName(compiler: Compiler, node: ts.Node): string | undefined {
  const [outer, section] = keysOf(compiler, node);
  const [components, middle] = outer === undefined ? [] : keysOf(compiler, outer);
  return middle === "schemas" && components !== undefined ? section : undefined;
}

function keysOf(compiler: Compiler, node: ts.Node): [object?: ts.Node, key?: string] {
  if (!compiler.isIndexedAccessTypeNode(node)) return [];
  const { objectType, indexType } = node;
  const isKey = compiler.isLiteralTypeNode(indexType) && compiler.isStringLiteral(indexType.literal);
  return isKey ? [objectType, (indexType.literal as ts.StringLiteral).text] : [];
}
