import { type Reference, referenceName, type Schema } from "../openapi/document.ts";

/** A schema as a caller would write its type. */
export function typeText(schema: Schema | Reference | undefined): string {
  if (schema === undefined) return "unknown";
  const name = referenceName(schema);
  if (name !== undefined) return name;
  const { nullable, ...plain } = schema as Schema;
  return nullable === true ? `${plainText(plain)} | null` : plainText(plain);
}

/** The property access in code: `.id`, `["10+ minutes"]`. */
export function access(name: string): string {
  return isIdentifier(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

export function key(name: string): string {
  return isIdentifier(name) ? name : JSON.stringify(name);
}

function plainText({ type, enum: values, items, allOf, oneOf, anyOf, ...object }: Schema): string {
  if (values !== undefined) return `(${values.map((value) => JSON.stringify(value)).join(" | ")})`;
  const union = oneOf ?? anyOf;
  if (union !== undefined) return `(${(union as Schema[]).map(typeText).join(" | ")})`;
  if (allOf !== undefined) return `(${(allOf as Schema[]).map(typeText).join(" & ")})`;
  if (type === "array") return `(${typeText(items)})[]`;
  if (type === "object") return objectText(object);
  if (type === "integer" || type === "number") return "number";
  return type === "string" || type === "boolean" ? type : "unknown";
}

function objectText({ properties = {}, required = [], additionalProperties }: Schema): string {
  const members = Object.entries(properties).map(
    ([name, schema]) => `${key(name)}${required.includes(name) ? "" : "?"}: ${typeText(schema)}`,
  );
  if (additionalProperties === true) members.push("[key: string]: unknown");
  else if (typeof additionalProperties === "object" && members.length === 0)
    members.push(`[key: string]: ${typeText(additionalProperties)}`);
  return members.length === 0 ? "object" : `{ ${members.join("; ")} }`;
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}
