import { createValidator } from "@serviceform/types/contract";
import type { JsonSchema } from "@serviceform/types/describe";
import { InvalidInput } from "./invalid-input.js";
import { quote } from "./quote.js";
import { toSchema } from "./to-schema.js";

/** The arguments of a tool, as the assistant sent them. */
export type Input = Readonly<Record<string, unknown>>;

/** @throws {InvalidInput} naming the first parameter that is unknown, missing or invalid */
export function validateInput(schema: JsonSchema, input: Input): void {
  const { properties = {}, required = [] } = schema as { properties?: object; required?: readonly string[] };
  const known = Object.keys(properties);
  const unknown = Object.keys(input).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new InvalidInput(`unknown parameter ${quote(unknown)}; ${expected(known)}`);

  const missing = required.find((name) => input[name] === undefined);
  if (missing !== undefined) throw new InvalidInput(`${missing} is required`);

  const [issue] = createValidator(toSchema(schema)).validate(input, 1);
  if (issue) throw new InvalidInput(`${toParam(issue.path)} must be ${renderExpected(issue, schema)}`);
}

function expected(names: readonly string[]): string {
  return names.length === 0 ? "it takes none" : `expected ${names.join(", ")}`;
}

/** Converts `/where/0/op` to the usual notation: `where[0].op`. */
function toParam(path: string): string {
  return path
    .slice(1)
    .split("/")
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");
}

/** What the contract expects, with the values to choose from, and with an example of a time. */
function renderExpected({ path, expected }: { path: string; expected: string }, schema: JsonSchema): string {
  if (expected === "date-time") return "a date-time, such as 2025-06-30T12:00:00Z";
  const { enum: values } = schemaAt(schema, path);
  return Array.isArray(values) ? `one of ${values.join(", ")}` : withArticle(expected);
}

/** The schema of the value at a path, such as `/where/0/op`. */
function schemaAt(schema: JsonSchema, path: string): JsonSchema {
  const keys = path.slice(1).split("/");
  return keys.reduce((outer, key) => Object(/^\d+$/.test(key) ? outer.items : Object(outer.properties)[key]), schema);
}

function withArticle(expected: string): string {
  if (!/^(string|number|integer|boolean|array|object|date-time|date|email|uuid)$/.test(expected)) return expected;
  return `${/^[aeio]/.test(expected) ? "an" : "a"} ${expected}`;
}
