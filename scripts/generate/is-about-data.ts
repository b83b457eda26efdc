import type { NormalizedProblem } from "@redocly/openapi-core";
import { DATA, MAPS } from "../openapi/fields.ts";
import { unescapePointer } from "../openapi/pointer.ts";

/**
 * Whether a problem is a `$ref` in a value or an extension that leads to nothing: OpenAPI has no references there, so it is
 * data, such as a JSON Schema. One to a file is meant as a reference, as the tools of many documents allow.
 */
export function isAboutData({ message, location: [place] }: NormalizedProblem): boolean {
  return message.startsWith("Can't resolve $ref") && !/: ENOENT\b/.test(message) && isData(place?.pointer ?? "#/");
}

/** Whether a place is within a value, also in an Example Object from another file, or within an extension. */
function isData(pointer: string): boolean {
  let isName = false;
  for (const key of pointer.split("/").slice(1).map(unescapePointer)) {
    // The entries of `examples` are objects of OpenAPI, and their values data.
    const isValue = key === "value" || (DATA.has(key) && key !== "examples");
    if (!isName && (isValue || key.startsWith("x-"))) return true;
    isName = !isName && (MAPS.has(key) || key === "examples");
  }
  return false;
}
