import type { NormalizedProblem } from "@redocly/openapi-core";
import { DATA, MAPS } from "../openapi/fields.ts";
import { parsePointer } from "../openapi/pointer.ts";

/**
 * Whether a problem is a `$ref` in a value or an extension that leads to nothing, or the shape of an extension that the
 * linter knows: OpenAPI has neither references nor rules there, so it is data, such as a JSON Schema. A reference to a
 * file is meant as one, as the tools of many documents allow.
 */
export function isAboutData({ message, ruleId, location: [place] }: NormalizedProblem): boolean {
  const pointer = place?.pointer ?? "#/";
  if (ruleId === "struct") return isWithin(pointer, (key) => key.startsWith("x-"));
  return message.startsWith("Can't resolve $ref") && !/: ENOENT\b/.test(message) && isWithin(pointer, isData);
}

/** Whether a key has a value, also in an Example Object from another file, or an extension. */
function isData(key: string): boolean {
  // The entries of `examples` are objects of OpenAPI, and their values data.
  return key === "value" || (DATA.has(key) && key !== "examples") || key.startsWith("x-");
}

/** Whether a place is within a field of a kind, whose key is no name. */
function isWithin(pointer: string, isField: (key: string) => boolean): boolean {
  let isName = false;
  for (const key of parsePointer(pointer)) {
    if (!isName && isField(key)) return true;
    isName = !isName && (MAPS.has(key) || key === "examples");
  }
  return false;
}
