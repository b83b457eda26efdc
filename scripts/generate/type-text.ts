import { type Document, type Reference, referenceName, type Schema } from "../openapi/document.ts";
import type { TypeText } from "./operation.ts";

/** The type of a body whose schema is named or primitive, or an array of either. */
export function typeTextOf(document: Document, given: Schema | Reference): TypeText {
  const name = referenceName(given);
  if (name !== undefined) return { text: name, names: [name] };
  const { type, items } = given as Schema;
  if (type === "array" && items !== undefined) return arrayOf(typeTextOf(document, items));
  if (type === "integer" || type === "number") return { text: "number", names: [] };
  return { text: type === "string" || type === "boolean" ? type : "unknown", names: [] };
}

function arrayOf({ text, names }: TypeText): TypeText {
  return { text: `${text}[]`, names };
}

/** A union without duplicates. */
export function unionOf(types: readonly TypeText[]): TypeText {
  const texts = [...new Set(types.map(({ text }) => text))];
  const text = texts.includes("unknown") ? "unknown" : texts.join(" | ");
  return { text: text === "" ? "undefined" : text, names: [...new Set(types.flatMap(({ names }) => names))] };
}
