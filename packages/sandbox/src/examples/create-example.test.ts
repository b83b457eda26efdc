import { createValidator, operationContracts, type Schema } from "@serviceform/types/contract";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../seed-data/random.js";
import { fuzzBudget } from "../testing/fuzz-budget.js";
import { createExample } from "./create-example.js";

const ajv = new Ajv({ strict: false, multipleOfPrecision: 9, ownProperties: true, logger: false });
addFormats.default(ajv, ["date-time", "date", "email", "uuid"]);

const create = (schema: Schema, seed = 1) => createExample(schema, createRandom(seed));

/** Schemas that some value matches. */
const any = fc.letrec<Record<"schema" | "scalar" | "array" | "object" | "composed" | "closed", Schema>>((tie) => {
  const optional = { requiredKeys: [] as [] };
  const small = fc.nat({ max: 12 });
  const numbers = fc
    .tuple(
      fc.constantFrom("number" as const, "integer" as const),
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: 15, max: 60 }),
      fc.constantFrom<Schema>({}, { multipleOf: 3 }, { multipleOf: 0.5 }, { multipleOf: 0.1 }, { multipleOf: 7 }),
      fc.constantFrom("minimum" as const, "exclusiveMinimum" as const),
      fc.constantFrom("maximum" as const, "exclusiveMaximum" as const),
      fc.subarray([0, 1]),
    )
    .map(
      ([type, least, width, step, lower, upper, ends]): Schema => ({
        type,
        ...step,
        ...(ends.includes(0) && { [lower]: least }),
        ...(ends.includes(1) && { [upper]: least + width }),
      }),
    );
  const texts = fc
    .record({ minLength: small }, optional)
    .chain((bounds) =>
      fc
        .record({ maxLength: fc.integer({ min: bounds.minLength ?? 0, max: 20 }) }, optional)
        .map((more): Schema => ({ type: "string", ...bounds, ...more })),
    );
  const named = fc.constantFrom<Schema>(
    ...["date-time", "date", "email", "uuid", "unknown-format"].map((format): Schema => ({ type: "string", format })),
    { type: "string", format: "date-time", minLength: 28 },
    { type: "string", format: "date-time", maxLength: 20 },
    { type: "string", format: "email", minLength: 40 },
    { type: "string", pattern: "^[A-Z]{2}\\d{4}$" },
    { type: "string", pattern: "^lead-\\d+$", example: "lead-1" },
    { type: "string", enum: ["a", "b"] },
    { enum: [{ a: 1 }, [2], "c"] },
    { type: "integer", default: 5, maximum: 10 },
    { type: "integer", example: "not an integer" },
    { type: "boolean" },
    { type: "string", nullable: true },
    {},
    { not: { type: "string" } },
    { type: "number", not: { type: "integer" } },
  );
  const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "constructor"), { maxLength: 4 });
  const object = names.chain((keys) =>
    fc
      .tuple(
        fc.array(tie("schema"), { minLength: keys.length, maxLength: keys.length }),
        fc.subarray(keys),
        fc.constantFrom<Schema>({}, { additionalProperties: true }, { additionalProperties: { type: "integer" } }),
        fc.constantFrom<Schema>({}, { minProperties: 1 }, { minProperties: 6 }, { maxProperties: 4 }),
      )
      .map(
        ([values, required, others, size]): Schema => ({
          type: "object",
          properties: Object.fromEntries(keys.map((key, index) => [key, values[index] ?? {}])),
          required,
          ...others,
          ...size,
        }),
      ),
  );
  return {
    scalar: fc.oneof(numbers, texts, named),
    array: fc.oneof(
      fc.record({ items: tie("schema") }).map(({ items }): Schema => ({ type: "array", items, uniqueItems: true })),
      fc
        .record({ items: tie("schema"), minItems: fc.nat({ max: 3 }) })
        .map((more): Schema => ({ type: "array", ...more })),
      fc.constantFrom<Schema>(
        { type: "array", items: { type: "boolean" }, uniqueItems: true, minItems: 2, maxItems: 2 },
        { type: "array", items: { type: "integer" }, uniqueItems: true, minItems: 12 },
        { type: "array", items: { type: "string" }, uniqueItems: true, minItems: 12, maxItems: 12 },
        { type: "array", items: {}, maxItems: 0 },
        {
          type: "array",
          items: { type: "object", required: ["id"], properties: { id: { type: "string", example: "one" } } },
          uniqueItems: true,
          minItems: 3,
        },
      ),
    ),
    object,
    closed: tie("object").map((schema) => ({ ...schema, additionalProperties: false, minProperties: 0 })),
    composed: fc.oneof(
      fc.tuple(tie("object"), tie("schema")).map(
        ([one, property]): Schema => ({
          allOf: [
            { ...one, additionalProperties: true, maxProperties: 20 },
            { type: "object", properties: { own: property }, required: ["own"], maxProperties: 20 },
          ],
        }),
      ),
      fc.tuple(tie("schema"), tie("schema")).map(([one, other]): Schema => ({ anyOf: [one, other] })),
      fc
        .tuple(tie("array"), tie("object"))
        .map(([one, other]): Schema => ({ oneOf: [one, other, { type: "boolean" }] })),
      fc.tuple(tie("schema"), tie("schema")).map(([one, other]) => union({ cat: one, dog: other })),
    ),
    schema: fc.oneof({ maxDepth: 3 }, tie("scalar"), tie("array"), tie("object"), tie("closed"), tie("composed")),
  };
});

/** A union with the discriminator `kind`. */
function union(forms: Readonly<Record<string, Schema>>): Schema {
  const mapping = Object.fromEntries(
    Object.entries(forms).map(([text, value]): [string, Schema] => [
      text,
      { type: "object", required: ["kind", "value"], properties: { kind: { type: "string", enum: [text] }, value } },
    ]),
  );
  return { oneOf: Object.values(mapping), discriminator: { propertyName: "kind", mapping } };
}

test("an example of any schema matches it, and ajv agrees", () => {
  fc.assert(
    fc.property(any.schema, fc.integer(), (schema, seed) => {
      const value = create(schema, seed);
      expect(value).not.toBeUndefined();
      expect(createValidator(schema).validate(JSON.parse(JSON.stringify(value)))).toEqual([]);
      expect(ajv.validate(schema, JSON.parse(JSON.stringify(value))), ajv.errorsText()).toBe(true);
      expect(create(schema, seed)).toEqual(value);
    }),
    fuzzBudget(25, 20),
  );
});

test.each(["time", "uri", "url", "hostname", "ipv4", "ipv6", "byte"])(
  "a text of the format %s has it, although only ajv validates it",
  (format) => {
    const schema: Schema = { type: "string", format };
    const accepts = addFormats.default(new Ajv()).compile(schema);
    for (let seed = 0; seed < 50; seed += 1) expect(accepts(create(schema, seed))).toBe(true);
    expect(accepts("text")).toBe(format === "hostname" || format === "byte");
  },
);

test("every response of the contract has an example, even without those that the contract shows", () => {
  const bare = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, inner) => (key === "example" && typeof inner !== "object" ? undefined : inner)),
    );
  for (const { responses } of Object.values(operationContracts))
    for (const { schema } of Object.values(responses)) {
      if (!schema) continue;
      expect(createValidator(schema).validate(create(bare(schema) as Schema))).toEqual([]);
      expect(createValidator(schema).validate(create(schema))).toEqual([]);
    }
});

test("the example of a schema comes before its default, and that before its enum", () => {
  expect(create({ type: "string", example: "a", default: "b", enum: ["c", "b", "a"] })).toBe("a");
  expect(create({ type: "string", example: "x", default: "b", enum: ["c", "b", "a"] })).toBe("b");
  expect(create({ type: "string", default: "x", enum: ["c", "b", "a"] })).toBe("c");
  expect(create({ type: "string", example: null, nullable: true })).toBeNull();
});

test("an optional property exists where the contract has an example of it, else as the seed decides", () => {
  const schema: Schema = {
    type: "object",
    required: ["id"],
    properties: { id: { type: "string" }, shown: { type: "string", example: "a" }, other: { type: "integer" } },
  };
  const values = Array.from({ length: 20 }, (_, seed) => create(schema, seed) as object);
  expect(values.every((value) => "id" in value && "shown" in value)).toBe(true);
  expect(new Set(values.map((value) => "other" in value))).toEqual(new Set([true, false]));
  expect(new Set(values.map((value) => JSON.stringify(value))).size).toBeGreaterThan(15);
});

test("a closed object has only the properties that all parts of allOf allow", () => {
  const [note, extra] = [
    { type: "string", example: "n" },
    { type: "string", example: "x" },
  ] as const;
  const schema: Schema = {
    allOf: [
      { type: "object", required: ["id"], properties: { id: { type: "integer" }, note }, additionalProperties: false },
      { type: "object", properties: { id: { type: "number", minimum: 1_000 }, note, extra } },
    ],
  };
  for (let seed = 0; seed < 9; seed += 1) expect(create(schema, seed)).toEqual({ id: expect.any(Number), note: "n" });
});

test("the elements of an array match each part of allOf", () => {
  const parts: Schema[] = [{ items: { type: "string" } }, { items: { type: "string", minLength: 20 } }];
  const schema: Schema = { type: "array", minItems: 1, allOf: parts };
  expect(create(schema)).toEqual([expect.stringMatching(/^.{20}$/)]);
});

test("an object has as many of the shown properties as it may have", () => {
  const shown: Schema = { type: "boolean", example: true };
  const properties = { a: shown, b: shown, c: shown };
  expect(create({ type: "object", properties, maxProperties: 2 })).toEqual({ a: true, b: true });
});

test("a multiple of a decimal fraction is written without the error of binary fractions", () => {
  for (let seed = 0; seed < 50; seed += 1)
    expect(String(create({ type: "number", multipleOf: 0.1 }, seed))).toMatch(/^\d+(\.\d)?$/);
});

test("a variant without a valid value is skipped", () => {
  expect(create({ anyOf: [{ type: "string", pattern: "^(?!)" }, { type: "boolean" }] })).toEqual(expect.any(Boolean));
  expect(create({ oneOf: [{ type: "integer" }, { type: "number" }] })).not.toSatisfy(Number.isInteger);
});

test("optional properties are omitted if they make a value invalid", () => {
  const a: Schema = { type: "string", example: "x" };
  expect(create({ type: "object", properties: { a }, not: { required: ["a"] } })).toEqual({});
});

test("a value of a discriminated union names its variant", () => {
  const cat: Schema = { name: "Cat", type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
  const pet: Schema = { discriminator: { propertyName: "kind", mapping: { tabby: cat } }, oneOf: [cat] };
  expect(create(pet)).toEqual({ kind: "tabby" });
});

const category: Schema = {
  type: "object",
  required: ["id"],
  get properties() {
    return { id: { type: "string" }, children: { type: "array", items: category }, parent: category } as const;
  },
};
const tree: Schema = {
  get oneOf() {
    const node = { type: "object", required: ["left", "right"], properties: { left: tree, right: tree } } as const;
    return [node, { type: "object", required: ["leaf"], properties: { leaf: { type: "integer" } } } as const];
  },
};
const chain: Schema = {
  type: "object",
  required: ["next"],
  get properties() {
    return { next: { nullable: true, allOf: [chain] } };
  },
};

test.each<[string, Schema]>([
  ["optional properties and elements", category],
  ["one of its forms", tree],
  ["a required property that may be null", chain],
  ["the elements of a list", { type: "array", items: category, minItems: 3 }],
])("an example of a schema that contains itself in %s is finite", (_, schema) => {
  for (let seed = 0; seed < 20; seed += 1) expect(createValidator(schema).validate(create(schema, seed))).toEqual([]);
});

test.each<[string, (kind: Schema) => Schema]>([
  ["as properties", (kind) => kind],
  ["in arrays", (kind) => ({ type: "array", items: kind })],
])("many schemas that contain each other %s make a small value", (_, contain) => {
  const kinds: readonly Schema[] = Array.from({ length: 12 }, () => ({
    type: "object",
    get properties() {
      return Object.fromEntries(kinds.map((kind, index) => [`kind${index}`, contain(kind)]));
    },
  }));
  expect(JSON.stringify(create(kinds[0] ?? {})).length).toBeLessThan(100_000);
});

/** A schema that requires the next one twice, and so on. */
function chainOf(levels: number, contain: (next: Schema) => Schema, onRead = () => {}): Schema {
  let schema: Schema = { type: "object" };
  for (let level = 0; level < levels; level += 1) {
    const next = contain(schema);
    schema = {
      type: "object",
      required: ["left", "right"],
      get properties() {
        onRead();
        return { left: next, right: next };
      },
    };
  }
  return schema;
}

test.each<[string, (next: Schema) => Schema]>([
  ["as properties", (next) => next],
  ["in arrays", (next) => ({ type: "array", items: next, minItems: 1 })],
])("the values of a chain of schemas that require the next one twice %s are made once each", (_, contain) => {
  let count = 0;
  const schema = chainOf(11, contain, () => {
    count += 1;
  });
  expect(JSON.stringify(create(schema)).length).toBeGreaterThan(2 ** 11);
  expect(count).toBeLessThan(1_000);
});

const endless: Schema = {
  type: "object",
  required: ["next"],
  get properties() {
    return { next: endless };
  },
};

test.each<[string, Schema]>([
  ["nothing matches", { not: {} }],
  ["bounds exclude each other", { type: "integer", minimum: 2, maximum: 1 }],
  ["a pattern is not a usual one", { type: "string", pattern: "^lead-\\d+$" }],
  ["an array needs more different elements than there are", { ...schemaOfFlags(), minItems: 3 }],
  ["it has no end", endless],
  ["its values are very long", chainOf(20, (next) => next)],
  ["one of its parts has no example", { type: "object", required: ["a"], properties: { a: { not: {} } } }],
])("a schema has no example if %s", (_, schema) => {
  expect(create(schema)).toBeUndefined();
});

function schemaOfFlags(): Schema {
  return { type: "array", uniqueItems: true, items: { type: "boolean" } };
}
