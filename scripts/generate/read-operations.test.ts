import { expect, test } from "vitest";
import type { Document, OperationObject, Parameter, Schema } from "../openapi/document.ts";
import { bundle } from "./bundle.ts";
import { readOperations } from "./read-operations.ts";
import { SpecError } from "./spec-error.ts";

const document = await bundle(`${import.meta.dirname}/fixtures`);

const LIST = "spec/paths/pets.yaml: GET /pets";
const CREATE = "spec/paths/pets.yaml: POST /pets";
const DELETE = "spec/paths/pets_{petId}.yaml: DELETE /pets/{petId}";

/** Lint already refuses some of these; what the client cannot serve correctly is refused here, whatever the lint rules say. */
const breakages: [title: string, break_: (document: Document) => void, says: string][] = [
  [
    "a missing operationId",
    (spec) => delete operation(spec, "get").operationId,
    `${LIST} has no operationId; name it verb + Noun, such as listLeads.`,
  ],
  [
    "a duplicate operationId",
    (spec) => set(operation(spec, "post"), { operationId: "listPets" }),
    `${CREATE} repeats the operationId "listPets"; choose another.`,
  ],
  ...["request", "safe", "stream", "then", "constructor", "toString", "toJSON"].map(
    (id): (typeof breakages)[number] => [
      `the reserved operationId ${id}`,
      (spec) => set(operation(spec, "get"), { operationId: id }),
      `${LIST} has the operationId "${id}", which the client reserves; rename it.`,
    ],
  ),
  ...["list-pets", "ListPets", "1st", "__proto__"].map((id): (typeof breakages)[number] => [
    `the operationId ${id}`,
    (spec) => set(operation(spec, "get"), { operationId: id }),
    `${LIST} has the operationId "${id}"; write it in camelCase.`,
  ]),
  [
    "a method that the client does not offer",
    (spec) => set(spec.paths["/pets"], { head: operation(spec, "get") }),
    'spec/paths/pets.yaml: /pets has "head", which the client does not support; remove it.',
  ],
  [
    "servers of one path",
    (spec) => set(spec.paths["/pets"], { servers: [] }),
    'spec/paths/pets.yaml: /pets has "servers", which the client does not support; remove it.',
  ],
  [
    "servers of one operation",
    (spec) => set(operation(spec, "get"), { servers: [] }),
    `${LIST} sets its own servers; the server is the same for every operation.`,
  ],
  [
    "security of one operation",
    (spec) => set(operation(spec, "get"), { security: [] }),
    `${LIST} sets its own security; the key is the same for every operation.`,
  ],
  [
    "callbacks",
    (spec) => set(operation(spec, "get"), { callbacks: {} }),
    `${LIST} has "callbacks", which the client does not support; remove it.`,
  ],
  [
    "x-idempotent on another method than POST",
    (spec) => set(operation(spec, "get"), { "x-idempotent": true }),
    `${LIST} has x-idempotent, which applies to POST and PATCH only; remove it.`,
  ],
  ...["header", "cookie"].map((place): (typeof breakages)[number] => [
    `a ${place} parameter`,
    (spec) => set(parameter(spec), { in: place }),
    `${LIST} has the ${place} parameter "kind"; only path and query parameters are supported.`,
  ]),
  ...[{ style: "spaceDelimited" }, { explode: false }, { allowReserved: true }, { content: {} }].map(
    (how): (typeof breakages)[number] => [
      `a parameter with ${JSON.stringify(how)}`,
      (spec) => set(parameter(spec), how),
      `${LIST} serializes the parameter "kind" in a way that is not supported; leave style, explode, allowReserved, allowEmptyValue and content at their defaults.`,
    ],
  ),
  ...[
    { type: "object" },
    { type: "string", nullable: true },
    { oneOf: [{ type: "string" }] },
    { type: "array", items: { type: "array", items: { type: "string" } } },
  ].map((schema): (typeof breakages)[number] => [
    `a parameter of the type ${JSON.stringify(schema)}`,
    (spec) => set(parameter(spec), { schema }),
    `${LIST} has the parameter "kind" of a type that cannot be sent; use a string, a number or, in the query, a boolean or an array of these.`,
  ]),
  [
    "a parameter that no object can hold",
    (spec) => set(parameter(spec), { name: "__proto__" }),
    `${LIST} has the parameter "__proto__", which no object can hold; rename it.`,
  ],
  [
    "a path parameter that is not described",
    (spec) => delete spec.paths["/pets/{petId}"]?.parameters,
    `${DELETE} does not describe its path parameter "petId"; add it to parameters.`,
  ],
  [
    "a path and a query parameter of one name",
    (spec) => set(operation(spec, "get", "/pets/{petId}"), { parameters: [{ ...parameter(spec), name: "petId" }] }),
    'spec/paths/pets_{petId}.yaml: GET /pets/{petId} has a path and a query parameter named "petId"; the input object can hold one only.',
  ],
  [
    "a parameter named like a body property",
    (spec) => set(operation(spec, "post"), { parameters: [{ ...parameter(spec), name: "note" }] }),
    `${CREATE} has a parameter and a body property named "note"; the input object can hold one only.`,
  ],
  [
    "a body of DELETE",
    (spec) =>
      set(operation(spec, "delete", "/pets/{petId}"), { requestBody: operation(spec, "post").requestBody ?? never() }),
    `${DELETE} has a request body, which cannot be sent with DELETE everywhere; remove it.`,
  ],
  [
    "a body that is not JSON",
    (spec) => set(body(spec), { content: { "text/plain": { schema: { type: "string" } } } }),
    `${CREATE} needs exactly one request body type, application/json, whose schema is a $ref to components/schemas.`,
  ],
  [
    "a body without a name",
    (spec) => set(body(spec), { content: { "application/json": { schema: petInput(spec) } } }),
    `${CREATE} needs exactly one request body type, application/json, whose schema is a $ref to components/schemas.`,
  ],
  [
    "a body that may be left out",
    (spec) => set(body(spec), { required: false }),
    `${CREATE} has an optional body; set required: true, an empty object stands for none.`,
  ],
  ...[{ oneOf: [] }, { allOf: [] }, { nullable: true }, { additionalProperties: true }, { type: "array" }].map(
    (change): (typeof breakages)[number] => [
      `a body with ${JSON.stringify(change)}`,
      (spec) => set(petInput(spec), change),
      `spec/components/schemas/PetInput.yaml: POST /pets takes the body PetInput, which must be a closed object: type object, additionalProperties false, not nullable, no enum, minProperties, maxProperties, allOf, oneOf, anyOf or not.`,
    ],
  ),
  [
    "several success responses",
    (spec) => set(operation(spec, "get").responses, { "202": { description: "Later." } }),
    `${LIST} has several success responses, which is not supported; keep one.`,
  ],
  [
    "no success response",
    (spec) => delete operation(spec, "get").responses["200"],
    `${LIST} has no success response; add one with a 2xx status.`,
  ],
  ...["default", "4XX", "302"].map((code): (typeof breakages)[number] => [
    `the response ${code}`,
    (spec) => set(operation(spec, "get").responses, { [code]: { description: "Other." } }),
    `${LIST} answers with "${code}"; write out each 2xx, 4xx and 5xx status.`,
  ]),
  [
    "an answer that is not JSON",
    (spec) => set(operation(spec, "get").responses, { "200": { description: "Pets.", content: { "text/csv": {} } } }),
    `${LIST} answers 200 with something other than one application/json schema, which is not supported.`,
  ],
  ...(
    [
      ["a string", { type: "string" }, "neither a named object nor an array; put the object into components/schemas."],
      [
        "an object in place",
        { type: "object" },
        "neither a named object nor an array; put the object into components/schemas.",
      ],
      [
        "nameless elements",
        { type: "array", items: { type: "object" } },
        "an array whose element has no name; put it into components/schemas.",
      ],
      [
        "a list that may be null",
        { type: "array", items: {}, nullable: true },
        "a body that may be null, which is not supported; answer an object or an array.",
      ],
    ] as const
  ).map(([title, schema, says]): (typeof breakages)[number] => [
    `an answer with ${title}`,
    (spec) => set(operation(spec, "get").responses, { "200": answer(schema) }),
    `${LIST} answers 200 with ${says}`,
  ]),
  [
    "an answer with a named array",
    (spec) => {
      set(spec.components?.schemas, { Pets: { type: "array", items: { $ref: "#/components/schemas/Pet" } } });
      set(operation(spec, "get").responses, { "200": answer({ $ref: "#/components/schemas/Pets" }) });
    },
    `${LIST} answers 200 with the named array Pets; write type: array in place and name its element.`,
  ],
  [
    "an error without a name",
    (spec) => set(operation(spec, "get").responses, { "404": answer({ type: "object" }) }),
    `${LIST} answers 404 with a schema without a name; put it into components/schemas.`,
  ],
];

for (const [title, break_, says] of breakages) {
  test(`generation rejects ${title}`, () => {
    const broken = structuredClone(document);
    break_(broken);
    expect(() => readOperations(broken)).toThrow(SpecError);
    expect(() => readOperations(broken)).toThrow(says);
  });
}

test("readOperations lists all issues at once", () => {
  const broken = structuredClone(document);
  set(parameter(broken), { in: "cookie" });
  set(operation(broken, "post"), { operationId: "safe" });
  expect(() => readOperations(broken)).toThrow(/cookie.*\n.*"safe"/);
});

test("readOperations reads method, path, parameters, body and effect of each operation", () => {
  const [listPets, createPet, , deletePet] = readOperations(document);
  expect(listPets).toMatchObject({
    id: "listPets",
    method: "GET",
    parameters: [
      { name: "kind", in: "query", required: false, type: '("cat" | "dog")[]' },
      { name: "max-age", in: "query", required: false, type: "number" },
    ],
    output: { answers: "array", schema: "Pet" },
    idempotent: true,
    writes: false,
  });
  expect(createPet).toMatchObject({
    body: {
      name: "PetInput",
      properties: [
        { name: "name", required: true },
        { name: "note", required: false },
      ],
    },
    output: { answers: "object", schema: "Pet" },
    idempotent: false,
    writes: true,
  });
  expect(deletePet).toMatchObject({ output: { answers: "nothing" }, idempotent: true, writes: true });
});

test.for([
  [{ "x-idempotent": true }, { idempotent: true, writes: true }],
  [{ "x-safe": true }, { idempotent: true, writes: false }],
  [
    { "x-idempotent": true, "x-safe": true },
    { idempotent: true, writes: false },
  ],
  [{}, { idempotent: false, writes: true }],
] as const)("a POST with %j is %j", ([extensions, effect]) => {
  const marked = structuredClone(document);
  set(operation(marked, "post"), extensions);
  expect(readOperations(marked)[1]).toMatchObject({ method: "POST", ...effect });
});

function operation(spec: Document, method: string, path = "/pets"): OperationObject {
  return (spec.paths[path]?.[method] as OperationObject | undefined) ?? never();
}

function parameter(spec: Document): Parameter {
  return (operation(spec, "get").parameters?.[0] as Parameter | undefined) ?? never();
}

function body(spec: Document): object {
  return operation(spec, "post").requestBody ?? never();
}

function petInput(spec: Document): Schema {
  return spec.components?.schemas?.PetInput ?? never();
}

function answer(schema: object) {
  return { description: "An answer.", content: { "application/json": { schema } } };
}

function set(target: object | undefined, values: object): void {
  Object.assign(target ?? never(), values);
}

function never(): never {
  throw new Error("The fixture no longer holds what this test breaks.");
}
