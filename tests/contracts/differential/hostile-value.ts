import type { Json } from "../document.ts";
import { look } from "../look.ts";
import type { OpenApi } from "../render-files.ts";
import { FileValue } from "./file-value.ts";

/** The scalars of one call. */
export interface HostileScalars {
  readonly text: string;
  /** For headers, which allow fewer characters. */
  readonly header: string;
  readonly integer: number;
  readonly number: number;
  readonly boolean: boolean;
  /** The value of a binary string; a text if it is undefined. */
  readonly file: FileValue | undefined;
}

/** Every character with a meaning in a URL, a form, a header or JSON. */
const MARKS = `a b&c=d/../e?f#g%2Fh+i;j,k|l"m'n<o>p\\q{r}[s]$t@u:v!w*x~`;

/** Bytes that are invalid in any encoding, with line breaks and the start of a boundary. */
const BYTES = Uint8Array.of(0x89, 0x50, 0, 0xff, 0x0d, 0x0a, 0x2d, 0x2d, 0xc3, 0x28, 0x0d, 0x0a);

/** Each operation is called once with each of these. */
export const ROUNDS: readonly HostileScalars[] = [
  // Also characters of more than one byte or code unit.
  {
    text: `${MARKS}é日😀\u2028`,
    header: MARKS,
    integer: -7,
    number: -1.5e-7,
    boolean: false,
    file: new FileValue(BYTES, { name: `a b&c=d;"e";é日😀\\..`, type: "image/png" }),
  },
  // Text that looks like another type, and numbers at the limits of JavaScript.
  {
    text: "null",
    header: "0",
    integer: Number.MAX_SAFE_INTEGER,
    number: 5e-324,
    boolean: true,
    file: new FileValue(BYTES, { type: "text/html; charset=utf-8" }),
  },
  // Text that a reader could decode twice, and spaces at the ends.
  {
    text: " %25%32%66%00\u0001\t\r\n+ ",
    header: "%2f+",
    integer: 0,
    number: 9.87654321e-10,
    boolean: false,
    file: new FileValue(BYTES),
  },
  {
    text: "ß\u0301\u200f".repeat(60),
    header: "x".repeat(500),
    integer: 1,
    number: 0.1,
    boolean: true,
    file: new FileValue(new Uint8Array(100_000).fill(0xff), { name: "ü.bin" }),
  },
];

const MAX_DEPTH = 6;

/** The most hostile value that the schema allows; undefined if none is found. */
export function hostileValue(document: OpenApi, given: unknown, scalars: HostileScalars, depth = 0): unknown {
  const schema = look(document, given);
  const { enum: values, items, allOf, oneOf, anyOf } = schema;
  if (Array.isArray(values)) return values.find((value) => value !== null);
  const forms = (oneOf ?? anyOf) as readonly unknown[] | undefined;
  if (allOf !== undefined || forms !== undefined) {
    const parts = [...((allOf ?? []) as []), ...(forms === undefined ? [] : [forms[0]])];
    const made = [...parts, { ...schema, allOf: undefined, oneOf: undefined, anyOf: undefined }]
      .map((part) => hostileValue(document, part, scalars, depth + 1))
      .filter((value) => value !== undefined);
    const objects = made.filter((value) => typeof value === "object" && !Array.isArray(value));
    return objects.length === made.length && made.length > 0 ? Object.assign({}, ...objects) : made[0];
  }
  switch (typeOf(schema)) {
    case "string":
      return (schema.format === "binary" && scalars.file) || scalars.text;
    case "integer":
      return scalars.integer;
    case "number":
      return scalars.number;
    case "boolean":
      return scalars.boolean;
    case "array": {
      if (depth > MAX_DEPTH) return [];
      const element = hostileValue(document, items, scalars, depth + 1);
      return element === undefined ? [] : [element, element];
    }
    case "object":
      return hostileObject(document, schema, scalars, depth);
    default:
      return undefined;
  }
}

/** A schema with properties or items implies an object or an array. */
function typeOf({ type, properties, additionalProperties, items }: Json): unknown {
  if (type !== undefined) return type;
  if (properties !== undefined || typeof additionalProperties === "object") return "object";
  return items === undefined ? undefined : "array";
}

function hostileObject(document: OpenApi, schema: Json, scalars: HostileScalars, depth: number): unknown {
  const { properties = {}, required = [], additionalProperties } = schema;
  const entries = Object.entries(properties as Json).flatMap(([name, property]) => {
    if (depth > MAX_DEPTH && !(required as readonly string[]).includes(name)) return [];
    const value = hostileValue(document, property, scalars, depth + 1);
    return value === undefined ? [] : [[name, value] as const];
  });
  const isMap = typeof additionalProperties === "object" && depth <= MAX_DEPTH;
  const extra = isMap ? hostileValue(document, additionalProperties, scalars, depth + 1) : undefined;
  return { ...Object.fromEntries(entries), ...(extra !== undefined && { [scalars.text]: extra }) };
}
