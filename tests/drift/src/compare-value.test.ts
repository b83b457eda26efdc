import { exampleOfSchema } from "@serviceform/tests-samples";
import { type Schema, schemas } from "@serviceform/types/contract";
import document from "@serviceform/types/openapi.json" with { type: "json" };
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareValue } from "./compare-value.ts";
import { placeOf } from "./contract.ts";
import { Tally } from "./tally.ts";

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });

const keys = [...new Set(Object.values(schemas).flatMap((schema) => Object.keys(schema.properties ?? {})))];
/** Without the integers that are issues here, since JSON.parse may have rounded them, and none to ajv. */
const exact = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json), (_, inner) =>
    Number.isInteger(inner) && !Number.isSafeInteger(inner) ? 0.5 : inner,
  );
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 1 }).map(exact), tie("object"), fc.array(tie("value"))),
  object: fc.dictionary(fc.constantFrom(...keys, "unknown"), tie("value")),
}));

/** The named schemas of responses, which are open; the sandbox validates inputs. */
const inResponses = Object.entries(schemas).filter(
  ([name, schema]) =>
    Object.hasOwn(document.components.schemas, name) &&
    !("additionalProperties" in schema && !schema.additionalProperties),
);

test("compareValue reports the same missing and mistyped fields as ajv in every response schema", () => {
  const validators = inResponses.map(([name, schema]) => {
    const pointer = `#/components/schemas/${name}`;
    const accepts = ajv.compile({ $ref: pointer, components: document.components });
    return { name, schema, accepts, valid: Object(exampleOfSchema(Object(document.components.schemas)[name])) };
  });
  const matching = new Set<string>();
  fc.assert(
    // Generating values takes longer than validating them, so each is validated by all schemas.
    fc.property(value, fc.constantFrom(...keys), value, (any, key, other) => {
      const differing = validators.flatMap(({ name, schema, accepts, valid }) =>
        [any, valid, { ...valid, [key]: other }].flatMap((candidate) => {
          const matches = accepts(candidate);
          if (matches) matching.add(name);
          const found = compare(schema, candidate).observations;
          return found.every(({ kind }) => kind === "undeclared-field") === matches
            ? []
            : [{ name, candidate, matches }];
        }),
      );
      expect(differing).toEqual([]);
    }),
    { numRuns: 200, seed: 1 },
  );
  expect([...matching].sort()).toEqual(inResponses.map(([name]) => name).sort());
});

test.for([
  ["an enum with a value more", { enum: ["a", "b"] }, "c", "one of 2 values"],
  ["a number beyond its range", { type: "number", minimum: 1, maximum: 3 }, 0, "at least 1"],
  ["a number above its range", { type: "number", minimum: 1, maximum: 3 }, 4, "at most 3"],
  ["none of several forms", { anyOf: [{ type: "string" }, { type: "boolean" }] }, 1, "one of 2 forms"],
  ["a fraction in place of an integer", { type: "integer" }, 1.5, "integer"],
] as const)("%s", ([, schema, given, expected]) => {
  expect(compare(schema, given).observations).toMatchObject([{ kind: "mistyped", expected }]);
});

test("compareValue accepts null if the schema is nullable", () => {
  expect(compare({ type: "string", nullable: true }, null).observations).toEqual([]);
});

test("a composed schema declares the fields of its parts and of the matching alternative", () => {
  const root: Schema = {
    allOf: [{ type: "object", properties: { a: { type: "string" } } }, { properties: { b: { type: "string" } } }],
    oneOf: [
      { type: "object", required: ["kind"], properties: { kind: { enum: ["x"] }, x: {} } },
      { type: "object", required: ["kind"], properties: { kind: { enum: ["y"] }, y: {} } },
    ],
  };
  const names = (given: object) => compare(root, given).observations.map(({ name }) => name);
  expect(names({ a: "", b: "", kind: "y", y: 1 })).toEqual([]);
  expect(names({ a: "", b: "", kind: "x", y: 1, c: 1 })).toEqual(["y", "c"]);
});

test("an open schema has no undeclared fields", () => {
  const open: Schema[] = [{ type: "object", properties: {}, additionalProperties: true }, {}, { type: "object" }];
  for (const root of open) {
    expect(compare(root, { any: 1 }).observations).toEqual([]);
  }
});

test("compareValue reports __proto__ and constructor like other names", () => {
  const root: Schema = {
    type: "object",
    required: ["toString"],
    properties: { constructor: { type: "string" as const } },
  };
  const found = compare(root, JSON.parse('{"__proto__":1,"constructor":2}')).observations;
  expect(found.map(({ kind, place }) => `${kind} ${place}`)).toEqual([
    "missing toString",
    "undeclared-field __proto__",
    "mistyped constructor",
  ]);
});

function compare(schema: Schema, given: unknown): Tally {
  const tally = new Tally();
  compareValue({ tally, operation: "test" }, [placeOf(schema, "#/root")], given, "");
  return tally;
}

test("compareValue takes bytes for a file, and nothing else", () => {
  const tally = new Tally();
  const compared = { tally, operation: "getFile" };
  const place = { pointer: "#/file", schema: { type: "string", format: "binary" } as Schema };
  compareValue(compared, [place], Uint8Array.of(1, 2), "");
  expect(tally.observations).toEqual([]);
  compareValue(compared, [place], { a: 1 }, "");
  expect(tally.observations).toMatchObject([{ kind: "mistyped", pointer: "#/file" }]);
});
