import { type Document, isComposed, resolve, type Schema } from "./document.ts";
import { jsdoc } from "./jsdoc.ts";
import { inputName, type Operation } from "./operation.ts";
import { type Problem, SpecError } from "./spec-error.ts";

/** Names of the generated types, and of globals that whoever imports a schema would lose. */
const TAKEN = new Set([
  ...["Methods", "SafeMethods", "StreamMethods", "NoInput", "Operation", "OperationId", "OperationMap", "Schemas"],
  ...["Array", "AsyncIterable", "Boolean", "Date", "Error", "Headers", "Map", "Number", "Object", "Partial", "Pick"],
  ...["Promise", "Readonly", "Record", "RegExp", "Request", "Response", "Set", "String", "Symbol", "URL"],
]);

/**
 * Every schema under its own name. Objects become interfaces and not aliases, because an editor shows an
 * interface by its name and an alias of an indexed type by its whole content.
 */
export function renderSchemas(document: Document, operations: readonly Operation[]): string {
  const schemas = Object.entries(document.components?.schemas ?? {});
  refuseNames(
    schemas.map(([name]) => name),
    new Set(operations.map(inputName)),
  );
  const rendered = schemas.map(([name, given]) => {
    const schema = resolve<Schema>(document, given);
    const doc = jsdoc([schema.description ?? ""]);
    if (!isPlainObject(schema)) return `${doc}export type ${name} = Schemas["${name}"];\n`;
    return `type ${name}Schema = Schemas["${name}"];\n${doc}export interface ${name} extends ${name}Schema {}\n`;
  });
  return `import type { components } from "./paths.js";\n\ntype Schemas = components["schemas"];\n\n${rendered.join("\n")}`;
}

function refuseNames(names: string[], inputNames: ReadonlySet<string>): void {
  const problems: Problem[] = [];
  for (const name of names) {
    const refuse = (reason: string): void => {
      problems.push({
        file: `components/schemas/${name}.yaml`,
        sentence: `The name ${name} ${reason}; rename the schema.`,
      });
    };
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) refuse("is not in PascalCase");
    else if (TAKEN.has(name)) refuse("would hide a type of that name");
    else if (inputNames.has(name)) refuse("is that of an operation's input");
    else if (name.endsWith("Schema")) refuse("ends in Schema, as names in the generated files do");
  }
  if (problems.length > 0) throw new SpecError(problems);
}

/** What an interface can extend: no union. */
function isPlainObject(schema: Schema): boolean {
  const { type, properties, nullable } = schema;
  return type === "object" && properties !== undefined && nullable !== true && !isComposed(schema);
}
