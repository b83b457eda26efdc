import type { Place } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";

/** The fields that are read, and documentation. */
const FIELDS = {
  parameter: [
    ...["name", "in", "description", "required", "deprecated", "schema", "example", "examples"],
    ...["style", "explode", "allowReserved", "allowEmptyValue", "content"],
  ],
  "request body": ["description", "content", "required"],
  response: ["description", "headers", "content", "links"],
  "media type": ["schema", "example", "examples"],
};

/** Rejects the fields that generation does not read, such as the encoding of a form. */
export function checkFields(kind: keyof typeof FIELDS, { pointer, value }: Place<object>, addIssue: AddIssue): void {
  for (const key of Object.keys(value)) {
    if (FIELDS[kind].includes(key) || key.startsWith("x-")) continue;
    addIssue(`has "${key}" in a ${kind}, where it is not supported; remove it.`, `${pointer}/${escapePointer(key)}`);
  }
}
