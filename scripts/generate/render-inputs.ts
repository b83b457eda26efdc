import type ts from "typescript";
import { type Document, resolve, type Schema } from "../openapi/document.ts";
import { inputSchemas } from "./input-schemas.ts";
import { jsdoc } from "./jsdoc.ts";
import type { Operation } from "./operation.ts";
import { type Compiler, widen } from "./widen.ts";

/**
 * Each schema of a request body as a caller passes it: optional properties can be `undefined`, and arrays readonly.
 * Responses are made of the same schemas, without either.
 */
export async function renderInputs(
  document: Document,
  operations: readonly Operation[],
  nodes: readonly ts.Node[],
): Promise<string> {
  const names = inputSchemas(document, operations);
  if (names.size === 0) return "export {};\n";
  const { default: compiler } = await import("typescript");
  const types = readSchemaTypes(compiler, nodes);
  const print = createPrint(compiler);
  const rendered = [...types].flatMap(([name, type]) => {
    if (!names.has(name)) return [];
    const { description = "" } = resolve<Schema>(document, document.components?.schemas?.[name] ?? {});
    const widened = widen(compiler, type);
    const head = compiler.isTypeLiteralNode(type) ? `interface ${name} ` : `type ${name} = `;
    return `${jsdoc([description])}export ${head}${print(widened)}${compiler.isTypeLiteralNode(type) ? "" : ";"}\n`;
  });
  return [...rendered, ...helpers(compiler, nodes, rendered.join("")).map(print)].join("\n");
}

/** The members of `components["schemas"]` of openapi-typescript, by name. */
function readSchemaTypes(compiler: Compiler, nodes: readonly ts.Node[]): Map<string, ts.TypeNode> {
  const components = nodes.filter(compiler.isInterfaceDeclaration).find(({ name }) => name.text === "components");
  const schemas = components?.members.find(({ name }) => isNamed(name, "schemas"));
  const members = (schemas as ts.PropertySignature | undefined)?.type as ts.TypeLiteralNode;
  return new Map(
    members.members.map((member) => {
      const { name, type } = member as ts.PropertySignature;
      return [(name as ts.Identifier).text, type as ts.TypeNode];
    }),
  );
}

function isNamed(name: ts.PropertyName | undefined, text: string): boolean {
  return name !== undefined && "text" in name && name.text === text;
}

/** The generic types that openapi-typescript adds to its file when it needs them. */
function helpers(compiler: Compiler, nodes: readonly ts.Node[], text: string): ts.Node[] {
  return nodes.filter(compiler.isTypeAliasDeclaration).filter(({ name }) => text.includes(`${name.text}<`));
}

function createPrint(compiler: Compiler): (node: ts.Node) => string {
  const printer = compiler.createPrinter({ newLine: compiler.NewLineKind.LineFeed });
  const file = compiler.createSourceFile("inputs.ts", "", compiler.ScriptTarget.Latest);
  return (node) => printer.printNode(compiler.EmitHint.Unspecified, node, file);
}
