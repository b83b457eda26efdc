import { escapePointer } from "../openapi/pointer.ts";
import type { SpecIssue } from "./spec-error.ts";

/** Names of the generated types, and of globals that whoever imports a schema would lose. */
const RESERVED_NAMES = new Set([
  ...["Methods", "SafeMethods", "StreamMethods", "NoInput", "Operation", "OperationId", "OperationMap", "Schemas"],
  ...["Array", "AsyncIterable", "Boolean", "Date", "Error", "Headers", "Map", "Number", "Object", "Partial", "Pick"],
  ...["Promise", "Readonly", "Record", "RegExp", "Request", "Response", "Set", "String", "Symbol", "URL"],
]);

/** What is wrong with the names of schemas, which become names of types. */
export function checkNames(names: readonly string[], inputNames: ReadonlySet<string>): SpecIssue[] {
  return names.flatMap((name) => {
    const reasons = [...reasonsAgainst(name, inputNames)];
    const pointer = `#/components/schemas/${escapePointer(name)}`;
    return reasons.map((reason) => ({ pointer, message: `The name ${name} ${reason}; rename the schema.` }));
  });
}

function* reasonsAgainst(name: string, inputNames: ReadonlySet<string>): Iterable<string> {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) yield "is not in PascalCase";
  else if (RESERVED_NAMES.has(name)) yield "would hide a type of that name";
  else if (inputNames.has(name)) yield "is that of an operation's input";
  const [ending] = /(?:Schema|InRequest)$/.exec(name) ?? [];
  if (ending !== undefined) yield `ends in ${ending}, as names in the generated files do`;
}
