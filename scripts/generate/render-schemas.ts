import type { Document, Schema } from "./document.ts";
import { resolve } from "./document.ts";
import { jsdoc } from "./jsdoc.ts";
import { SpecError } from "./spec-error.ts";

/** Names that would hide a global or one of the generated types from whoever imports them. */
const TAKEN =
  /^(Error|Response|Request|Record|Promise|Array|Object|String|Number|Boolean|Date|Symbol|Map|Set|Methods|SafeMethods|StreamMethods|OperationMap|OperationId|Operation|.*Input)$/;

/**
 * Every schema under its own name. Objects become interfaces and not aliases, because an editor shows an
 * interface by its name and an alias of an indexed type by its whole content.
 */
export function renderSchemas(document: Document, inputNames: ReadonlySet<string>): string {
  const schemas = Object.entries(document.components?.schemas ?? {});
  const bodies = schemas.map(([name, schema]) => {
    if ((TAKEN.test(name) && !name.endsWith("Input")) || inputNames.has(name) || !/^[A-Z]\w*$/.test(name)) {
      throw new SpecError(
        `spec/components/schemas/${name}.yaml: the name ${name} is taken or not PascalCase; rename the schema.`,
      );
    }
    const { type, properties, description = "" } = resolve<Schema>(document, schema);
    const doc = jsdoc([description]);
    if (type !== "object" || properties === undefined) return `${doc}export type ${name} = Schemas["${name}"];\n`;
    return `type ${name}Schema = Schemas["${name}"];\n${doc}export interface ${name} extends ${name}Schema {}\n`;
  });
  return `import type { components } from "./paths.js";\n\ntype Schemas = components["schemas"];\n\n${bodies.join("\n")}`;
}
