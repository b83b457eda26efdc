import fc from "fast-check";
import { type Json, json, object, text } from "../document.ts";

/** A list in pages: its style, the names of its fields, and its elements. */
export interface PagedList {
  readonly style: "cursor" | "offset" | "link";
  readonly parameter: string;
  /** The keys of the elements and of the next cursor. */
  readonly items: readonly string[];
  readonly next: readonly string[];
  readonly pages: readonly (readonly string[])[];
  /** The cursor of each page. */
  readonly marks: readonly string[];
}

const MOST_PAGES = 5;

export const anyPagedList: fc.Arbitrary<PagedList> = fc
  .record({
    style: fc.constantFrom("cursor", "offset", "link"),
    parameter: fc.constantFrom("cursor", "page[after]", "a&b", "ü", "x=y"),
    items: fc.constantFrom<readonly string[]>(["data"], ["a/b", "rows"], ["0"]),
    next: fc.constantFrom<readonly string[]>(["next"], ["meta", "~next"], ["a/b", "next"]),
    pages: fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: MOST_PAGES,
    }),
    marks: fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }), {
      minLength: MOST_PAGES,
      maxLength: MOST_PAGES,
    }),
  })
  // A response that is an array has no room for a cursor.
  .chain((list) => (list.style === "cursor" ? fc.constant(list) : fc.constantFrom(list, { ...list, items: [] })));

/** The operation of a list, as `GET`. */
export function pagedOperation({ style, parameter, items, next }: PagedList): Json {
  const fields = { style, parameter, items: toPointer(items), ...(style === "cursor" && { next: toPointer(next) }) };
  const type = style === "offset" ? "integer" : "string";
  const list = nest(items, { type: "array", items: text });
  const schema = style === "cursor" ? merge(list, nest(next, { ...text, nullable: true })) : list;
  return {
    operationId: "listPaged",
    "x-pagination": fields,
    parameters: [{ name: parameter, in: "query", schema: { type } }],
    responses: { 200: json(schema) },
  };
}

function toPointer(keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function nest(keys: readonly string[], schema: Json): Json {
  return keys.reduceRight<Json>((inner, key) => object({ [key]: inner }, [key]), schema);
}

/** One object with the properties of both. */
function merge(one: Json, other: Json): Json {
  const [own, more] = [one.properties, other.properties] as readonly Readonly<Record<string, Json>>[];
  const shared = Object.keys(more ?? {}).filter((key) => Object.hasOwn(own ?? {}, key));
  const both = shared.map((key) => [key, merge(own?.[key] ?? {}, more?.[key] ?? {})] as const);
  const properties = { ...own, ...more, ...Object.fromEntries(both) };
  return object(properties, Object.keys(properties));
}
