import { expect, test } from "vitest";
import type { Document, OperationObject, Parameter, PathItem, Schema } from "../openapi/document.ts";
import { pets, petsWith } from "./fixtures/pets.ts";
import type { Operation } from "./operation.ts";
import { readPlan } from "./plan.ts";

test("readPlan reads method, path, parameters, body and effect of each operation", () => {
  const [listPets, createPet, , deletePet] = readPlan(pets).operations;
  expect(listPets).toMatchObject({
    id: "listPets",
    method: "GET",
    parameters: [
      { name: "kind", in: "query", required: false, type: '("cat" | "dog")[]' },
      { name: "max-age", in: "query", required: false, type: "number" },
    ],
    output: { kind: "array", type: { text: "Pet[]" }, element: { text: "Pet" } },
    idempotent: true,
    writes: false,
  });
  expect(createPet).toMatchObject({
    body: {
      type: { text: "PetInput" },
      isWhole: false,
      properties: [
        { name: "name", required: true },
        { name: "note", required: false },
      ],
    },
    output: { kind: "object", type: { text: "Pet" } },
    idempotent: false,
    writes: true,
  });
  expect(deletePet).toMatchObject({ output: { kind: "none" }, idempotent: true, writes: true });
});

test.for([
  ["get", { idempotent: true, writes: false }],
  ["put", { idempotent: true, writes: true }],
  ["delete", { idempotent: true, writes: true }],
  ["post", { idempotent: false, writes: true }],
  ["patch", { idempotent: false, writes: true }],
] as const)("%s is retried only where a second request has the same effect", ([method, expected]) => {
  const operations = read((spec) => {
    spec.paths = { "/pets": { [method]: { operationId: "callPets", responses: { "204": { description: "Done." } } } } };
  });
  expect(operations).toMatchObject([{ method: method.toUpperCase(), output: { kind: "none" }, ...expected }]);
});

test.for([
  [{ "x-idempotent": true }, { idempotent: true, writes: true }],
  [{ "x-safe": true }, { idempotent: true, writes: false }],
  [
    { "x-idempotent": true, "x-safe": true },
    { idempotent: true, writes: false },
  ],
] as const)("a POST with %j is %j", ([extensions, effect]) => {
  const [, createPet] = read((spec) => set(path(spec).post as object, extensions));
  expect(createPet).toMatchObject({ method: "POST", ...effect });
});

test("generation rejects a body property named __proto__", () => {
  const change = (spec: Document) =>
    Object.defineProperty(input(spec).properties, "__proto__", { value: { type: "string" }, enumerable: true });
  expect(() => read(change)).toThrow(
    'The schema PetInput has a property named "__proto__", which no object can have; rename it.',
  );
});

test.for(["constructor", "prototype", "toString", "hasOwnProperty"])("generation accepts the input key %s", (name) => {
  const [listPets, createPet] = read((spec) => {
    list(spec).parameters = [{ name, in: "query", schema: { type: "string" } }];
    Object.assign(input(spec), { properties: { [name]: { type: "string" } }, required: [name] });
  });
  expect(listPets?.parameters).toMatchObject([{ name, required: false }]);
  expect(createPet?.body?.properties).toMatchObject([{ name, required: true }]);
});

test("only the value true sets deprecated", () => {
  expect(read((spec) => set(list(spec), { deprecated: "no" }))[0]?.deprecated).toBe(false);
  expect(read((spec) => set(list(spec), { deprecated: true }))[0]?.deprecated).toBe(true);
});

test("x-safe and x-idempotent are false unless they are set", () => {
  const [, createPet] = read((spec) => {
    Object.assign(path(spec).post as object, { "x-idempotent": false, "x-safe": false });
  });
  expect(createPet).toMatchObject({ idempotent: false, writes: true });
  expect(read(() => undefined)[1]).toMatchObject({ idempotent: false, writes: true });
});

test("a parameter of an operation replaces the parameter of its path", () => {
  const [listPets] = read((spec) => {
    path(spec).parameters = [{ name: "kind", in: "query", required: true, schema: { type: "boolean" } }];
  });
  expect(listPets?.parameters).toMatchObject([{ name: "kind", required: false, type: '("cat" | "dog")[]' }, {}]);
});

test.for([
  [{ type: "string" }, "string"],
  [{ type: "boolean" }, "boolean"],
  [{ type: "number" }, "number"],
  [{ type: "integer", enum: [1, 2] }, "1 | 2"],
  [{ type: "array", items: { type: "number" } }, "number[]"],
] as const)("a query parameter of the type %j is %s", ([schema, type]) => {
  expect(read((spec) => Object.assign(kind(spec), { schema }))[0]?.parameters[0]).toMatchObject({ type });
});

test("the URL of a server is printed as runtimes read it", () => {
  const [listPets] = read((spec) => set(list(spec), { servers: [{ url: "HTTPS://A.TEST:443/v 1/" }] }));
  expect(listPets?.serverUrl).toBe("https://a.test/v%201");
});

test("generation lists 5xx statuses as errors", () => {
  const [listPets] = read((spec) => set(list(spec).responses, { "503": { description: "Later." } }));
  expect(listPets?.errors.map(({ status, schema }) => [status, schema])).toEqual([
    ["404", "Problem"],
    ["503", undefined],
  ]);
});

test("generation lists all issues at once", () => {
  const change = (spec: Document) => {
    for (const parameter of list(spec).parameters ?? []) set(parameter, { in: "cookie" });
    set(path(spec).post as object, { operationId: "listPets" });
  };
  expect(() => read(change)).toThrow(/cookie parameter "kind".*\n.*cookie parameter "max-age".*\n.*"listPets"/);
});

test("an issue names the file of its path at any depth", () => {
  const change = (spec: Document) => set(spec.paths, { "/pets/{petId}/toys": { head: {} } });
  expect(() => read(change)).toThrow("spec/paths/pets_{petId}_toys.yaml: /pets/{petId}/toys has");
});

function read(change: (spec: Document) => unknown): Operation[] {
  return [...readPlan(petsWith(change)).operations];
}

function path(spec: Document): PathItem {
  return spec.paths["/pets"] as PathItem;
}

function list(spec: Document): OperationObject {
  return path(spec).get as OperationObject;
}

function kind(spec: Document): Parameter {
  return list(spec).parameters?.[0] as Parameter;
}

function input(spec: Document): Schema {
  return spec.components?.schemas?.PetInput as Schema;
}

function set(target: object | undefined, values: object): void {
  if (target === undefined) throw new Error("The fixture no longer contains the value that this test changes.");
  Object.assign(target, values);
}
