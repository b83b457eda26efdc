import { type Document, isComposed, resolve, type Schema } from "../openapi/document.ts";
import { responseSchemas } from "../openapi/response-schemas.ts";
import { inputSchemas } from "./input-schemas.ts";
import { jsdoc } from "./jsdoc.ts";
import type { Operation } from "./operation.ts";

/**
 * Every schema under its own name. Objects become interfaces and not aliases, because an editor shows an
 * interface by its name and an alias of an indexed type by its whole content. What only callers send is an input.
 */
export function renderSchemas(document: Document, operations: readonly Operation[]): string {
  const schemas = Object.entries(document.components?.schemas ?? {});
  const inputs = inputSchemas(document, operations);
  const inResponses = responseSchemas(document);
  const rendered = schemas.map(([name, given]) => {
    if (!inputs.has(name)) return renderSchema(name, resolve<Schema>(document, given));
    if (!inResponses.has(name)) return `export type { ${name} } from "./inputs.js";\n`;
    const input = `/** \`${name}\` in requests. */\nexport type { ${name} as ${name}InRequest } from "./inputs.js";\n`;
    return `${renderSchema(name, resolve<Schema>(document, given))}\n${input}`;
  });
  const text = rendered.join("\n");
  if (text === "") return "export {};\n";
  if (!text.includes("Schemas[")) return text;
  return `import type { components } from "./paths.js";\n\ntype Schemas = components["schemas"];\n\n${text}`;
}

function renderSchema(name: string, schema: Schema): string {
  const doc = jsdoc([schema.description ?? ""]);
  if (!isPlainObject(schema)) return `${doc}export type ${name} = Schemas["${name}"];\n`;
  return `type ${name}Schema = Schemas["${name}"];\n${doc}export interface ${name} extends ${name}Schema {}\n`;
}

/** Types that an interface can extend: no union, and no index signature that its properties must match. */
function isPlainObject(schema: Schema): boolean {
  const { type, properties, nullable, additionalProperties } = schema;
  const isOpen = typeof additionalProperties === "object";
  return type === "object" && properties !== undefined && !isOpen && nullable !== true && !isComposed(schema);
}
