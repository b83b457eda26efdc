import { answeredSchemas } from "../semver/answered-schemas.ts";
import { type Document, isComposed, resolve, type Schema } from "./document.ts";
import { inputSchemas } from "./input-schemas.ts";
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
 * interface by its name and an alias of an indexed type by its whole content. What only callers send is an input.
 */
export function renderSchemas(document: Document, operations: readonly Operation[]): string {
  const schemas = Object.entries(document.components?.schemas ?? {});
  refuseNames(
    schemas.map(([name]) => name),
    new Set(operations.map(inputName)),
  );
  const inputs = inputSchemas(document, operations);
  const answered = answeredSchemas(document);
  const rendered = schemas.map(([name, given]) => {
    if (!inputs.has(name)) return renderSchema(name, resolve<Schema>(document, given));
    if (!answered.has(name)) return `export type { ${name} } from "./inputs.js";\n`;
    const input = `/** \`${name}\` as a request takes it. */\nexport type { ${name} as ${name}InRequest } from "./inputs.js";\n`;
    return `${renderSchema(name, resolve<Schema>(document, given))}\n${input}`;
  });
  return `import type { components } from "./paths.js";\n\ntype Schemas = components["schemas"];\n\n${rendered.join("\n")}`;
}

function renderSchema(name: string, schema: Schema): string {
  const doc = jsdoc([schema.description ?? ""]);
  if (!isPlainObject(schema)) return `${doc}export type ${name} = Schemas["${name}"];\n`;
  return `type ${name}Schema = Schemas["${name}"];\n${doc}export interface ${name} extends ${name}Schema {}\n`;
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
    const [ending] = /(?:Schema|InRequest)$/.exec(name) ?? [];
    if (ending !== undefined) refuse(`ends in ${ending}, as names in the generated files do`);
  }
  if (problems.length > 0) throw new SpecError(problems);
}

/** What an interface can extend: no union. */
function isPlainObject(schema: Schema): boolean {
  const { type, properties, nullable } = schema;
  return type === "object" && properties !== undefined && nullable !== true && !isComposed(schema);
}
