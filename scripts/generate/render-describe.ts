import type { Document } from "../openapi/document.ts";
import { describeOperation } from "./describe-operation.ts";
import { describeSchema } from "./describe-schema.ts";
import type { Operation } from "./operation.ts";
import { printLiteral } from "./print-literal.ts";
import { createSchemaConstants } from "./schema-constants.ts";

/** The entry `describe`: descriptions of operations and schemas for tools. */
export function renderDescribe(document: Document, operations: readonly Operation[]): string {
  const schemas = createSchemaConstants(document);
  const described = operations.map((operation) => [operation.id, describeOperation(document, operation, schemas)]);
  const named = Object.entries(document.components?.schemas ?? {});
  const fields = named.map(([name, schema]) => [name, describeSchema(document, schema)]);
  const types = ["OperationDescription", "SchemaDescription", ...(schemas.constants.length > 0 ? ["JsonSchema"] : [])];
  return `import type { ${types.sort().join(", ")} } from "../description.js";
import type { OperationId } from "./methods.js";

${schemas.constants.map(([name, value]) => `const ${name}: JsonSchema = ${printLiteral(value)};\n`).join("\n")}
/** The version of the contract. */
export const contractVersion: string = ${JSON.stringify(document.info.version)};

/** The purpose, input and output of each operation; frozen, in the order of \`operationTable\`. */
export const operations: { readonly [Id in OperationId]: OperationDescription } = /* @__PURE__ */ freeze(${printLiteral(Object.fromEntries(described), 2)});

/** The fields of each schema of the contract, by its name; frozen. */
export const schemas: { readonly [name: string]: SchemaDescription } = /* @__PURE__ */ freeze(${printLiteral(Object.fromEntries(fields), 1)});

/** Freezes a value and everything in it; parts that several share are frozen once. */
function freeze<Value extends object>(value: Value): Value {
  // No \`Object.values\`, whose arrays take a millisecond more at import.
  for (const key in value) {
    const inner = value[key];
    if (typeof inner === "object" && inner !== null && !Object.isFrozen(inner)) freeze(inner);
  }
  return Object.freeze(value);
}
`;
}
