import fc from "fast-check";
import { type Json, json, object, parameter, text } from "../document.ts";

/** The operation of a list in pages: its style, and the names of its fields. */
export interface PagedOperation {
  readonly style: "cursor" | "offset" | "link";
  readonly parameter: string;
  /** The keys of the elements, none if the body is their array. */
  readonly items: readonly string[];
  /** The keys of the next cursor or link, none for an offset and for a link in a header. */
  readonly next: readonly string[];
}

/** What a list has, and after how many elements its reader stops and resumes. */
export interface Pages {
  readonly pages: readonly (readonly string[])[];
  /** The cursor of each page. */
  readonly marks: readonly string[];
  readonly stopAfter: number;
}

const MOST_PAGES = 12;

export const anyPagedOperation: fc.Arbitrary<PagedOperation> = fc
  .tuple(
    fc.record({
      parameter: fc.constantFrom("cursor", "page[after]", "a&b", "ü", "x=y"),
      items: fc.constantFrom<readonly string[]>(["data"], ["a/b", "rows"], ["0"]),
      next: fc.constantFrom<readonly string[]>(["next"], ["meta", "~next"], ["a/b", "next"]),
    }),
    fc.constantFrom<Pick<PagedOperation, "style"> & Partial<PagedOperation>>(
      { style: "cursor" },
      { style: "link" },
      { style: "link", next: [] },
      // A response that is an array has no room for a cursor.
      { style: "link", next: [], items: [] },
      { style: "offset", next: [] },
      { style: "offset", next: [], items: [] },
    ),
  )
  .map(([fields, form]) => ({ ...fields, ...form }));

const texts = fc.array(fc.string({ unit: "grapheme" }), { maxLength: 3 });

/** Pages of any size, some of them empty, and texts for cursors. */
export const anyPages: fc.Arbitrary<Pages> = fc.record({
  // With its number, since a page that equals the one before ends a list by offset.
  pages: fc
    .array(texts, { minLength: 1, maxLength: MOST_PAGES })
    .map((pages) => pages.map((page, index) => page.map((element) => `${index} ${element}`))),
  marks: fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }), {
    minLength: MOST_PAGES,
    maxLength: MOST_PAGES,
  }),
  stopAfter: fc.nat(20),
});

/** The operation of a list, as `GET` of a path with a `groupId`. */
export function describePages({ style, parameter: name, items, next }: PagedOperation): Json {
  const list = nest(items, { type: "array", items: text });
  const schema = next.length > 0 ? merge(list, nest(next, { ...text, nullable: true })) : list;
  const type = style === "offset" ? "integer" : "string";
  return {
    operationId: "listPaged",
    "x-pagination": {
      ...{ style, parameter: name, items: toPointer(items) },
      ...(next.length > 0 && { next: toPointer(next) }),
    },
    parameters: [parameter("groupId", text, "path"), parameter(name, { type })],
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
