import { expect, test } from "vitest";
import type { Document, OperationObject, Parameter, Schema } from "../openapi/document.ts";
import { bundle } from "./bundle.ts";
import { readPlan } from "./plan.ts";
import { SpecError } from "./spec-error.ts";

const document = await bundle(`${import.meta.dirname}/fixtures`);

const LIST = "spec/paths/pets.yaml: GET /pets";
const CREATE = "spec/paths/pets.yaml: POST /pets";
const DELETE = "spec/paths/pets_{petId}.yaml: DELETE /pets/{petId}";

/** The lint already rejects some of these; generation rejects all that the client cannot support, whatever the lint rules are. */
const breakages: [title: string, break_: (document: Document) => void, message: string][] = [
  [
    "a duplicate operationId",
    (spec) => set(operation(spec, "post"), { operationId: "listPets" }),
    `${CREATE} repeats the operationId "listPets"; choose another.`,
  ],
  [
    "a method that the client does not offer",
    (spec) => set(spec.paths["/pets"], { head: operation(spec, "get") }),
    'spec/paths/pets.yaml: /pets has "head", which the client does not support; remove it.',
  ],
  [
    "x-idempotent on another method than POST",
    (spec) => set(operation(spec, "get"), { "x-idempotent": true }),
    `${LIST} has x-idempotent, which applies to POST and PATCH only; remove it.`,
  ],
  [
    "a cookie parameter",
    (spec) => set(parameter(spec), { in: "cookie" }),
    `${LIST} has the cookie parameter "kind"; only path, query and header parameters are supported.`,
  ],
  [
    "a header parameter that carries the key",
    (spec) => set(parameter(spec), { in: "header", name: "X-Key" }),
    `${LIST} has the header parameter "X-Key", which the client sets itself; remove it.`,
  ],
  ...(
    [
      [
        { style: "matrix" },
        'has the parameter "kind" with the style "matrix", which it cannot have; use form, deepObject for an object, or spaceDelimited or pipeDelimited for an array.',
      ],
      [{ allowReserved: true }, 'has the parameter "kind" with allowReserved, which is not supported; remove it.'],
      [{ content: {} }, 'describes the parameter "kind" by content, which is not supported; use schema.'],
    ] as const
  ).map(([how, message]): (typeof breakages)[number] => [
    `a parameter with ${JSON.stringify(how)}`,
    (spec) => set(parameter(spec), how),
    `${LIST} ${message}`,
  ]),
  ...[
    { type: "object" },
    { oneOf: [{ type: "string", minLength: 2 }, { type: "integer" }] },
    { type: "array", items: { type: "array", items: { type: "string" } } },
  ].map((schema): (typeof breakages)[number] => [
    `a parameter of the type ${JSON.stringify(schema)}`,
    (spec) => set(parameter(spec), { schema }),
    `${LIST} has the parameter "kind" of a type that cannot be sent; use a string, a number, a boolean, an array of these or, with the style deepObject, an object of these.`,
  ]),
  [
    "a parameter that no object can have",
    (spec) => set(parameter(spec), { name: "__proto__" }),
    `${LIST} has the parameter "__proto__", which no object can have; rename it.`,
  ],
  [
    "a path parameter that is not described",
    (spec) => delete spec.paths["/pets/{petId}"]?.parameters,
    `${DELETE} does not describe its path parameter "petId"; add it to parameters.`,
  ],
  [
    "a path and a query parameter of one name",
    (spec) => set(operation(spec, "get", "/pets/{petId}"), { parameters: [{ ...parameter(spec), name: "petId" }] }),
    'spec/paths/pets_{petId}.yaml: GET /pets/{petId} has a path and a query parameter named "petId"; the input object can have one only.',
  ],
  [
    "a parameter named body beside a body that is no object",
    (spec) => {
      set(operation(spec, "post"), { parameters: [{ ...parameter(spec), name: "body" }] });
      set(petInput(spec), { nullable: true });
    },
    `${CREATE} has a parameter named "body", which is the key of its body; rename it.`,
  ],
  [
    "a body of GET",
    (spec) => set(operation(spec, "get"), { requestBody: operation(spec, "post").requestBody ?? never() }),
    `${LIST} has a request body, which fetch cannot send with GET; describe parameters, or use POST.`,
  ],
  [
    "a body of any image",
    (spec) => set(body(spec), { content: { "image/*": { schema: { type: "string" } } } }),
    `${CREATE} takes a body of image/*, which names no media type that can be sent; name one.`,
  ],
  [
    "no success response",
    (spec) => delete operation(spec, "get").responses["200"],
    `${LIST} has no success response; add one with a 2xx status.`,
  ],
  [
    "the response 100",
    (spec) => set(operation(spec, "get").responses, { 100: { description: "Go on." } }),
    `${LIST} has a response "100", which is no status of a final response; correct it.`,
  ],
  [
    "successes of JSON and of text",
    (spec) => set(operation(spec, "get").responses, { "202": { description: "Pets.", content: { "text/csv": {} } } }),
    `${LIST} has successes of different kinds, such as JSON and text, which one method cannot return; keep one kind.`,
  ],
];

for (const [title, break_, message] of breakages) {
  test(`generation rejects ${title}`, () => {
    const broken = structuredClone(document);
    break_(broken);
    expect(() => readPlan(broken)).toThrow(SpecError);
    expect(() => readPlan(broken)).toThrow(message);
  });
}

test("readPlan lists all issues at once", () => {
  const broken = structuredClone(document);
  set(parameter(broken), { in: "cookie" });
  set(operation(broken, "post"), { operationId: "listPets" });
  expect(() => readPlan(broken)).toThrow(/cookie.*\n.*"listPets"/);
});

test("readPlan reads method, path, parameters, body and effect of each operation", () => {
  const [listPets, createPet, , deletePet] = readPlan(document).operations;
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
  expect(readPlan(marked).operations[1]).toMatchObject({ method: "POST", ...effect });
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

function set(target: object | undefined, values: object): void {
  Object.assign(target ?? never(), values);
}

function never(): never {
  throw new Error("The fixture no longer contains the value that this test breaks.");
}
