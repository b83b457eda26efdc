import { expect, test } from "vitest";
import type { Document, OperationObject, Parameter, PathItem, Schema } from "../openapi/document.ts";
import { bundle } from "./bundle.ts";
import type { Operation } from "./operation.ts";
import { readPlan } from "./plan.ts";

const document = await bundle(`${import.meta.dirname}/fixtures`);

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

test("generation accepts documentation fields and extensions of paths and operations", () => {
  const [listPets] = read((spec) => {
    Object.assign(path(spec), { summary: "Pets", description: "All of them.", "x-owner": "pets" });
    const externalDocs = { url: "https://pets.test" };
    Object.assign(list(spec), { tags: ["Pets"], externalDocs, deprecated: true, "x-owner": "pets" });
  });
  expect(listPets).toMatchObject({
    summary: "List pets",
    description: "Returns the pets that match.",
    deprecated: true,
  });
  expect(read(() => {})[0]).toMatchObject({ deprecated: false });
});

test("only the value true sets deprecated, x-safe and x-idempotent", () => {
  const [listPets, createPet] = read((spec) => {
    Object.assign(list(spec), { deprecated: "no" });
    Object.assign(path(spec).post as object, { "x-idempotent": "no", "x-safe": "no" });
  });
  expect(listPets?.deprecated).toBe(false);
  expect(createPet).toMatchObject({ idempotent: false, writes: true });
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

test("generation accepts the default style of a path parameter, written out or not", () => {
  const written = { style: "simple", explode: false };
  const operations = read((spec) => Object.assign(spec.components?.parameters?.petId as Parameter, written));
  expect(operations.at(-1)?.parameters).toMatchObject([{ name: "petId", in: "path", type: "string" }]);
});

test.for([
  ["a method named like an own key of every object", (spec) => set(path(spec), { toString: {} }), 'has "toString"'],
  ["a body of GET", (spec) => set(list(spec), { requestBody: { content: {} } }), "which fetch cannot send with GET"],
  [
    "another query style",
    (spec) => set(kind(spec), { style: "deepObject" }),
    'has the parameter "kind" with the style "deepObject"',
  ],
  [
    "a query style in the path",
    (spec) => set(petId(spec), { style: "form" }),
    'has the parameter "petId" with the style "form"',
  ],
  ["a list in the path", (spec) => set(petId(spec), { schema: { type: "array", items: {} } }), "that cannot be sent"],
  ["a parameter without a schema", (spec) => delete kind(spec).schema, "that cannot be sent"],
  ["a composed parameter", (spec) => set(kind(spec), { schema: { type: "string", allOf: [] } }), "that cannot be sent"],
  ["a parameter without a type", (spec) => set(kind(spec), { schema: {} }), "that cannot be sent"],
  ["a path parameter in the query", (spec) => set(petId(spec), { in: "query" }), 'its path parameter "petId"'],
] satisfies [string, (spec: Document) => unknown, string][])("%s is rejected", ([, change, message]) => {
  expect(() => read(change)).toThrow(message);
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

test("generation names each rejected parameter", () => {
  const change = (spec: Document) => {
    for (const parameter of list(spec).parameters ?? []) set(parameter, { in: "cookie" });
  };
  expect(() => read(change)).toThrow(/cookie parameter "kind".*\n.*cookie parameter "max-age"/);
});

test("an issue names the file of its path at any depth", () => {
  const change = (spec: Document) => set(spec.paths, { "/pets/{petId}/toys": { head: {} } });
  expect(() => read(change)).toThrow("spec/paths/pets_{petId}_toys.yaml: /pets/{petId}/toys has");
});

function read(change: (spec: Document) => unknown): Operation[] {
  const copy = structuredClone(document);
  change(copy);
  return [...readPlan(copy).operations];
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

function petId(spec: Document): Parameter {
  return spec.components?.parameters?.petId as Parameter;
}

function input(spec: Document): Schema {
  return spec.components?.schemas?.PetInput as Schema;
}

function set(target: object | undefined, values: object): void {
  if (target === undefined) throw new Error("The fixture no longer contains the value that this test changes.");
  Object.assign(target, values);
}
