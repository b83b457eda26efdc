import { METHODS } from "../openapi/methods.ts";
import { unescapePointer } from "../openapi/pointer.ts";

/** A JSON pointer into a document as a readable name: `Item.created`, `GET /leads: responses 403`. */
export function describePointer(pointer: string): string {
  const [first, ...rest] = pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .map(unescapePointer);
  if (first === "paths") return describePath(rest);
  if (first === "components" && rest[0] === "schemas") return describeSchemaPointer(rest.slice(1));
  // `nameParameters` gives parameters such names, which no component can have.
  if (first === "components" && rest[0] === "parameters" && rest[1]?.includes(": ")) return rest.slice(1).join(" ");
  if (first === "components" && rest.length > 1) return [`${rest[0]}.${rest[1]}`, ...rest.slice(2)].join(" ");
  return first === "" || first === undefined ? "the contract" : [first, ...rest].join(" ");
}

function describePath([path = "", method, ...rest]: string[]): string {
  if (method === undefined) return path;
  if (!METHODS.includes(method)) return `${path}: ${[method, ...rest].join(" ")}`;
  const operation = `${method.toUpperCase()} ${path}`;
  const [part, status, ...inside] = rest;
  if (part === "responses" && status !== undefined) return [`${operation}: response ${status}`, ...inside].join(" ");
  return part === undefined ? operation : `${operation}: ${rest.join(" ")}`;
}

function describeSchemaPointer([name = "", ...rest]: string[]): string {
  let text = name;
  while (rest.length > 0) {
    const part = rest.shift();
    if (part === "properties" && rest.length > 0) text += `.${rest.shift()}`;
    else if (part === "items") text += "[]";
    else return `${text} ${[part, ...rest].join(" ")}`;
  }
  return text;
}
