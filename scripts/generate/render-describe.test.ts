import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { pets, petsWith } from "./fixtures/pets.ts";
import { readPlan } from "./plan.ts";
import { renderDescribe } from "./render-describe.ts";

type Json = Record<string, unknown>;
interface Described {
  readonly contractVersion: string;
  readonly operations: Record<string, { readonly input: Json; readonly output?: Json } & Json>;
  readonly schemas: Record<string, { readonly fields: Record<string, Json> } & Json>;
}

const string = { type: "string" };

test("renderDescribe derives nouns from operationIds in a contract without extensions", async () => {
  const { contractVersion, operations, schemas } = await describe(pets);
  expect(contractVersion).toBe("1.0.0");
  expect(operations.listPets).toEqual({
    title: "List pets",
    description: "Returns the pets that match.",
    noun: "pets",
    verb: "list",
    input: {
      type: "object",
      properties: {
        kind: { type: "array", items: { type: "string", enum: ["cat", "dog"] }, description: "Which kinds." },
        "max-age": { type: "integer", description: "The greatest age, in years." },
      },
      additionalProperties: false,
    },
    output: {
      type: "array",
      items: {
        type: "object",
        description: "An animal that lives with people.",
        required: ["id"],
        properties: { id: { ...string, description: "Its ID." }, name: { ...string, description: "Its name." } },
      },
    },
    element: "Pet",
    destructive: false,
  });
  expect(operations.deletePet).toMatchObject({ noun: "pet", verb: "delete", destructive: true });
  expect(operations.deletePet).not.toHaveProperty("output");
  expect(operations.createPet).not.toHaveProperty("element");
  expect(operations.createPet?.input).toMatchObject({ required: ["name"], additionalProperties: false });
  const plain = { type: "string", personal: false, summary: false };
  expect(schemas.Pet).toEqual({
    fields: {
      id: { ...plain, required: true, description: "Its ID." },
      name: { ...plain, required: false, description: "Its name." },
    },
  });
});

test("a body that is passed whole has the description of its schema, else its own", async () => {
  const bodyOf = async (schema: Json): Promise<unknown> => {
    const { operations } = await describe(
      petsWith(({ paths }) => {
        const content = { "application/json": { schema } };
        Object(paths["/pets"]).post.requestBody = { description: "The pets.", required: true, content };
      }),
    );
    return Object(operations.createPet?.input.properties).body;
  };
  const list = { type: "array", items: string };
  expect(await bodyOf(list)).toEqual({ ...list, description: "The pets." });
  expect(await bodyOf({ ...list, description: "Names." })).toEqual({ ...list, description: "Names." });
});

test("renderDescribe writes nouns in kebab-case and titles without a summary as the operationId", async () => {
  const { operations } = await describe(
    petsWith(({ paths }) => {
      Object.assign(paths["/pets"]?.get ?? {}, { operationId: "listPetsOfHTTPServer", summary: "" });
      Object.assign(paths["/pets"]?.post ?? {}, { operationId: "ping" });
    }),
  );
  expect(operations.listPetsOfHTTPServer).toMatchObject({ noun: "pets-of-http-server", title: "listPetsOfHTTPServer" });
  expect(operations.ping).toMatchObject({ noun: "ping", verb: "ping" });
});

test("renderDescribe names the element of a list with pagination", async () => {
  const page = { type: "object", properties: { data: { type: "array", items: { $ref: "#/components/schemas/Pet" } } } };
  const { operations } = await describe(
    petsWith(({ paths }) => {
      const { get } = paths["/pets"] ?? {};
      const parameters = [{ name: "offset", in: "query", schema: { type: "integer" } }];
      const content = { "application/json": { schema: page } };
      Object.assign(get ?? {}, {
        parameters,
        responses: { 200: { description: "A page.", content } },
        "x-pagination": { style: "offset", parameter: "offset", items: "/data" },
      });
    }),
  );
  expect(operations.listPets).toMatchObject({ element: "Pet", output: { type: "object" } });
});

test("renderDescribe converts OpenAPI 3.0 keywords to JSON Schema", async () => {
  const { Unusual } = await outputs({
    Unusual: {
      type: "object",
      properties: {
        note: { ...string, nullable: true, example: "A note" },
        kind: { ...string, nullable: true, enum: ["cat"] },
        either: { nullable: true, allOf: [{ $ref: "#/components/schemas/Problem" }], description: "Or null." },
        above: { type: "number", minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
        secret: { ...string, "x-personal": true, xml: { name: "s" }, externalDocs: { url: "https://a.test" } },
        example: { ...string, description: "A property, no keyword." },
        map: { type: "object", additionalProperties: { ...string, nullable: true } },
      },
    },
  });
  expect(Unusual?.properties).toEqual({
    note: { type: ["string", "null"], examples: ["A note"] },
    kind: { type: ["string", "null"], enum: ["cat", null] },
    either: {
      anyOf: [{ allOf: [expect.objectContaining({ type: "object" })] }, { type: "null" }],
      description: "Or null.",
    },
    above: { type: "number", exclusiveMinimum: 0, maximum: 9 },
    secret: string,
    example: { ...string, description: "A property, no keyword." },
    map: { type: "object", additionalProperties: { type: ["string", "null"] } },
  });
});

test("renderDescribe lets a discriminator select one of its forms, which a value can match both", async () => {
  const form = (kind: object) => ({ type: "object", properties: { kind } });
  const forms = [{ $ref: "#/components/schemas/Dog" }, { $ref: "#/components/schemas/Cat" }];
  const mapping = { dog: "#/components/schemas/Dog", puppy: "#/components/schemas/Dog" };
  const { Animal, Dog, Cat } = await outputs({
    Dog: form(string),
    Cat: form(string),
    Animal: {
      oneOf: forms,
      anyOf: [{ required: ["kind"] }],
      discriminator: { propertyName: "kind", mapping },
    },
  });
  const selected = (text: string, part: unknown) => ({
    type: "object",
    properties: { kind: { enum: [text] } },
    required: ["kind"],
    allOf: [part],
  });
  expect(Animal).toEqual({
    oneOf: [selected("dog", Dog), selected("puppy", Dog), selected("Cat", Cat)],
    anyOf: [{ required: ["kind"] }],
  });
});

test("renderDescribe gives a schema the type that its keywords imply in a contract", async () => {
  const {
    Map: map,
    Row,
    List,
    Any,
  } = await outputs({
    Map: { additionalProperties: string },
    Row: { properties: { a: string }, nullable: true },
    List: { items: string },
    Any: { required: ["a", "a"], enum: ["a"] },
  });
  expect([map, Row, List, Any]).toEqual([
    { type: "object", additionalProperties: string },
    { type: ["object", "null"], properties: { a: string } },
    { type: "array", items: string },
    { required: ["a"], enum: ["a"] },
  ]);
});

test("renderDescribe puts only recursive schemas into $defs", async () => {
  const tree = { $ref: "#/components/schemas/Tree" };
  const { Tree, Forest, Pet } = await outputs({
    Tree: {
      type: "object",
      properties: { leaf: { $ref: "#/components/schemas/Leaf" }, trees: { type: "array", items: tree } },
    },
    Leaf: { type: "object", properties: { back: tree } },
    Forest: { type: "object", properties: { first: tree, pet: { $ref: "#/components/schemas/Pet" } } },
  });
  const $defs = {
    Tree: {
      type: "object",
      properties: { leaf: { $ref: "#/$defs/Leaf" }, trees: { type: "array", items: { $ref: "#/$defs/Tree" } } },
    },
    Leaf: { type: "object", properties: { back: { $ref: "#/$defs/Tree" } } },
  };
  expect(Tree).toEqual({ ...$defs.Tree, $defs });
  expect(Forest).toEqual({ type: "object", properties: { first: { $ref: "#/$defs/Tree" }, pet: Pet }, $defs });
  expect(Pet).not.toHaveProperty("$defs");
});

test("renderDescribe prints a schema once that is used twice at each of 40 levels", async () => {
  const levels = Array.from({ length: 40 }, (_, level) => {
    const next = { $ref: `#/components/schemas/Level${level + 1}` };
    return [`Level${level}`, { type: "object", properties: { one: next, other: next } }] as const;
  });
  const text = render(
    withOutputs({ ...Object.fromEntries(levels), Level40: { type: "object", properties: { a: string } } }),
  );
  expect(text.length).toBeLessThan(40_000);
  const { operations } = await load(text);
  expect(Object.isFrozen(operations.getLevel0?.output)).toBe(true);
});

test("renderDescribe finds fields through references and compositions", async () => {
  const { schemas } = await describe(
    withSchemas({
      Base: {
        type: "object",
        required: ["id"],
        properties: { id: { ...string, "x-summary": true } },
        "x-key": "id",
      },
      Email: { ...string, format: "email", "x-personal": true, description: "An address." },
      Person: {
        allOf: [
          { $ref: "#/components/schemas/Base" },
          { type: "object", required: ["kind"], properties: { seen: { type: "integer", "x-unit": "epoch-seconds" } } },
        ],
        properties: {
          email: { $ref: "#/components/schemas/Email" },
          emails: { type: "array", items: { $ref: "#/components/schemas/Email" } },
          friend: { allOf: [{ $ref: "#/components/schemas/Person" }], description: "Another." },
          kind: { enum: ["a"] },
          any: {},
        },
        "x-time": "seen",
      },
      Either: {
        oneOf: [
          { type: "object", required: ["a", "b"], properties: { a: string, b: string } },
          { type: "object", required: ["a"], properties: { a: string } },
        ],
      },
    }),
  );
  const field = { required: false, personal: false, summary: false, description: "" };
  expect(schemas.Person).toEqual({
    key: "id",
    time: "seen",
    fields: {
      id: { ...field, type: "string", required: true, summary: true },
      seen: { ...field, type: "integer", unit: "epoch-seconds" },
      email: { ...field, type: "string", format: "email", personal: true, schema: "Email", description: "An address." },
      emails: { ...field, type: "array", personal: true, schema: "Email" },
      friend: { ...field, type: "object", schema: "Person", description: "Another." },
      kind: { ...field, type: "string", required: true },
      any: { ...field, type: "object" },
    },
  });
  const required = Object.entries(schemas.Either?.fields ?? {}).map(([name, one]) => [name, one.required]);
  expect(required).toEqual([
    ["a", true],
    ["b", false],
  ]);
});

test("renderDescribe keeps texts and names of any kind", async () => {
  const text = 'it\'s `a` \\ "b" $' + "{c} \u2028 */ '+\n";
  const properties = Object.fromEntries(
    ["a-b", "constructor", "'"].map((name) => [name, { ...string, description: text.repeat(10) }]),
  );
  const { schemas, operations } = await describe(withOutputs({ Unusual: { type: "object", properties } }));
  expect(Object.entries(schemas.Unusual?.fields ?? {}).map(([name, { description }]) => [name, description])).toEqual(
    Object.keys(properties).map((name) => [name, text.repeat(10)]),
  );
  expect(operations.getUnusual?.output).toEqual({ type: "object", properties });
});

/** The output of an operation for each schema that is added to the fixture, and for its own Pet. */
async function outputs(schemas: Record<string, object>): Promise<Record<string, Json | undefined>> {
  const { operations } = await describe(withOutputs(schemas));
  return Object.fromEntries([...Object.keys(schemas), "Pet"].map((name) => [name, operations[`get${name}`]?.output]));
}

function withOutputs(schemas: Record<string, object>): Document {
  return petsWith((spec) => {
    Object.assign(spec.components?.schemas ?? {}, schemas);
    for (const name of Object.keys(schemas)) {
      const content = { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
      spec.paths[`/${name}`] = {
        get: { operationId: `get${name}`, responses: { 200: { description: "It.", content } } },
      };
    }
  });
}

function withSchemas(schemas: Record<string, object>): Document {
  return petsWith(({ components }) => Object.assign(components?.schemas ?? {}, schemas));
}

function render(given: Document): string {
  const { document: prepared, operations } = readPlan(given);
  return renderDescribe(prepared, operations);
}

function describe(given: Document): Promise<Described> {
  return load(render(given));
}

function load(text: string): Promise<Described> {
  return import(`data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(text))}`);
}
