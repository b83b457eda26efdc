import type { Json } from "../document.ts";
import type { OpenApi } from "../render-files.ts";
import { look } from "./read-operations.ts";

/** Everything that means something in a URL, a form, a header or JSON, and what takes more than one byte or unit. */
export const HOSTILE = `a b&c=d/../e?f#g%2Fh+i;j,k|l"m'n<o>p\\q{r}[s]$t@u:v!w*x~é日😀\u2028`;
/** The same in what a header can hold. */
export const HOSTILE_HEADER = `a b&c=d/../e?f#g%2Fh+i;j,k|l"m'n<o>p\\q{r}[s]$t@u:v!w*x~`;

const MAX_DEPTH = 6;

/** A value of a schema that is as hostile as the schema lets it be; undefined where none is found. */
export function hostileValue(document: OpenApi, given: unknown, text: string, depth = 0): unknown {
  const schema = look(document, given);
  const { type, enum: values, properties, items, allOf, oneOf, anyOf } = schema;
  if (Array.isArray(values)) return values.find((value) => value !== null);
  const forms = (oneOf ?? anyOf) as readonly unknown[] | undefined;
  if (allOf !== undefined || forms !== undefined) {
    const parts = [...((allOf ?? []) as []), ...(forms === undefined ? [] : [forms[0]])];
    const made = [...parts, { ...schema, allOf: undefined, oneOf: undefined, anyOf: undefined }]
      .map((part) => hostileValue(document, part, text, depth + 1))
      .filter((value) => value !== undefined);
    const objects = made.filter((value) => typeof value === "object" && !Array.isArray(value));
    return objects.length === made.length && made.length > 0 ? Object.assign({}, ...objects) : made[0];
  }
  switch (type) {
    case "string":
      return text;
    case "integer":
      return -7;
    case "number":
      return -1.5e-7;
    case "boolean":
      return false;
    case "array": {
      if (depth > MAX_DEPTH) return [];
      const element = hostileValue(document, items, text, depth + 1);
      return element === undefined ? [] : [element, element];
    }
    default:
      if (type === undefined && properties === undefined) return undefined;
      return hostileObject(document, schema, text, depth);
  }
}

function hostileObject(document: OpenApi, schema: Json, text: string, depth: number): unknown {
  const { properties = {}, required = [], additionalProperties } = schema;
  const entries = Object.entries(properties as Json).flatMap(([name, property]) => {
    if (depth > MAX_DEPTH && !(required as readonly string[]).includes(name)) return [];
    const value = hostileValue(document, property, text, depth + 1);
    return value === undefined ? [] : [[name, value] as const];
  });
  const isMap = typeof additionalProperties === "object" && depth <= MAX_DEPTH;
  const extra = isMap ? hostileValue(document, additionalProperties, text, depth + 1) : undefined;
  return { ...Object.fromEntries(entries), ...(extra !== undefined && { [text]: extra }) };
}
