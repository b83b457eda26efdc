import { expect, test } from "vitest";
import type { Document } from "../../openapi/document.ts";
import { documentWith, done } from "../fixtures/document.ts";
import { prepareDocument } from "./prepare-document.ts";

test.for([
  ["get", "/teams", "listTeams", "listTeams"],
  ["get", "/teams", "ListTeams", "listTeams"],
  ["get", "/teams", "list-teams", "listTeams"],
  ["get", "/teams", "list_all.teams", "listAllTeams"],
  ["get", "/teams", "URLList", "urlList"],
  ["post", "/teams", "then", "createThen"],
  ["post", "/teams", "2fa", "create2fa"],
  ["get", "/teams", "no", "getNo"],
  ["get", "/teams", "headers", "getHeaders"],
  ["get", "/teams/{team_id}/logs", undefined, "getTeamsByTeamIdLogs"],
  ["delete", "/", undefined, "delete"],
] as const)("%s %s with the operationId %s is the method %s", ([method, path, operationId, expected]) => {
  const { document } = prepareDocument(documentOf({ [path]: { [method]: { operationId, responses: done } } }));
  expect(Object(document.paths[path])[method].operationId).toBe(expected);
});

test("derived operationIds are unique and differ from those in the document", () => {
  const item = (...ids: (string | undefined)[]) =>
    Object.fromEntries(ids.map((operationId, index) => [["get", "put"][index], { operationId, responses: done }]));
  const { document } = prepareDocument(documentOf({ "/a": item("get-it", "getIt"), "/b": item("get_it") }));
  const ids = Object.values(document.paths).flatMap((methods) => Object.values(Object(methods)));
  expect(ids).toMatchObject([{ operationId: "getIt2" }, { operationId: "getIt" }, { operationId: "getIt3" }]);
});

test.for([
  ["pet", "Pet"],
  ["pet_food.v2", "PetFoodV2"],
  ["Error", "ErrorModel"],
  ["Options", "OptionsModel"],
  ["Methods", "MethodsModel"],
  ["PetSchema", "PetSchemaModel"],
  ["PetInRequest", "PetInRequestModel"],
  ["GetItInput", "GetItInputModel"],
  ["2fa", "Schema2fa"],
] as const)("the schema %s is exported as %s, and references follow", ([name, expected]) => {
  const paths = { "/a": { get: { operationId: "getIt", responses: { 200: json({ $ref: pointerTo(name) }) } } } };
  const { document, toSource } = prepareDocument(documentOf(paths, { [name]: { type: "object" } }));
  expect(Object.keys(document.components?.schemas ?? {})).toEqual([expected]);
  expect(JSON.stringify(document.paths)).toContain(`"${pointerTo(expected)}"`);
  expect(toSource(`${pointerTo(expected)}/type`)).toBe(`${pointerTo(name)}/type`);
});

test("a renamed schema does not take the name of another one", () => {
  const { document } = prepareDocument(documentOf({}, { pet: {}, Pet: {}, PetModel: {} }));
  expect(Object.keys(document.components?.schemas ?? {}).sort()).toEqual(["Pet", "Pet2", "PetModel"]);
});

test("a discriminator keeps the values of renamed schemas", () => {
  const schemas = {
    cat: { type: "object" },
    dog: { type: "object" },
    Pet: {
      oneOf: [{ $ref: pointerTo("cat") }, { $ref: pointerTo("dog") }],
      discriminator: { propertyName: "kind", mapping: { kitten: pointerTo("cat") } },
    },
  };
  const { document } = prepareDocument(documentOf({}, schemas));
  expect(document.components?.schemas?.Pet).toEqual({
    oneOf: [{ $ref: pointerTo("Cat") }, { $ref: pointerTo("Dog") }],
    discriminator: { propertyName: "kind", mapping: { kitten: pointerTo("Cat"), dog: pointerTo("Dog") } },
  });
});

test("a property with the name of a keyword is renamed as any other, and data is not", () => {
  const data = { discriminator: { $ref: pointerTo("kind") } };
  const Pet = { properties: { discriminator: { $ref: pointerTo("kind") } }, example: data, default: data };
  const { document } = prepareDocument(documentOf({}, { Pet, kind: {} }));
  expect(document.components?.schemas?.Pet).toEqual({
    properties: { discriminator: { $ref: pointerTo("Kind") } },
    example: data,
    default: data,
  });
});

test.for([
  ["#/components/schemas/user/properties/name", "UserName"],
  ["#/components/schemas/List/items", "ListItems"],
  ["#/components/schemas/List/items/oneOf/0", "ListItemsOneOf0"],
  ["#/components/parameters/page/schema", "ParametersPage"],
  ["#/paths/~1a/get/responses/200/content/application~1json/schema", "AGetResponses200ApplicationJson"],
] as const)("the target %s of a reference is the schema %s", ([$ref, expected]) => {
  const text = { type: "string" };
  const schemas = {
    user: { properties: { name: text } },
    List: { type: "array", items: { oneOf: [text] } },
    Uses: { properties: { some: { $ref } } },
  };
  const given = documentOf({ "/a": { get: { operationId: "getIt", responses: { 200: json(text) } } } }, schemas);
  Object.assign(given.components ?? {}, { parameters: { page: { name: "page", in: "query", schema: text } } });
  const { document, inlineNames, toSource } = prepareDocument(given);
  expect(document.components?.schemas?.Uses).toEqual({ properties: { some: { $ref: pointerTo(expected) } } });
  expect(document.components?.schemas).toHaveProperty(expected);
  expect([...inlineNames]).toEqual([expected]);
  expect(toSource(`${pointerTo(expected)}/type`)).toBe(`${$ref}/type`);
});

test("a target that contains a reference to itself gets one name", () => {
  const kid = { properties: { kid: { $ref: "#/components/schemas/Tree/properties/kids/items" } } };
  const { document } = prepareDocument(documentOf({}, { Tree: { properties: { kids: { items: kid } } } }));
  expect(document.components?.schemas?.TreeKidsItems).toEqual({
    properties: { kid: { $ref: pointerTo("TreeKidsItems") } },
  });
  expect(Object.keys(document.components?.schemas ?? {})).toEqual(["Tree", "TreeKidsItems"]);
});

test.for([
  ["not-found", "NotFoundResponse"],
  ["404Error", "Response404Error"],
  ["404", "Response404"],
] as const)("the inline schema of the response %j in components is called %s", ([key, name]) => {
  const given = documentOf({ "/a": { get: { operationId: "getIt", responses: done } } });
  const components = { responses: { [key]: json({ type: "object" }) } };
  const { inlineNames } = prepareDocument({ ...given, components } as unknown as Document);
  expect([...inlineNames]).toEqual([name]);
});

test("a response whose status has no body is read without the one that the document describes", () => {
  const responses = { 200: json({ type: "object" }), 204: { $ref: "#/components/responses/Done" }, 205: json({}) };
  const given = documentOf({ "/a": { get: { operationId: "getIt", responses } } });
  const components = { responses: { Done: json({ type: "object" }) } };
  const { document } = prepareDocument({ ...given, components } as unknown as Document);
  const read = {
    200: json({ $ref: pointerTo("GetItResponse") }),
    204: { description: "It." },
    205: { description: "It." },
  };
  expect(document.paths["/a"]).toEqual({ get: { operationId: "getIt", responses: read } });
});

test("inline schemas get names that follow from the operation, and keep their origin", () => {
  const object = { type: "object" };
  const responses = {
    200: json({ type: "array", items: object }),
    202: json(object),
    404: json(object),
    default: json(object),
  };
  const paths = { "/a": { put: { operationId: "updateIt", requestBody: json(object), responses } } };
  const { document, inlineNames, toSource } = prepareDocument(documentOf(paths));
  expect([...inlineNames]).toEqual([
    "UpdateItBody",
    "UpdateItResponse200Element",
    "UpdateItResponse202",
    "UpdateItError404",
    "UpdateItError",
  ]);
  expect(Object.keys(document.components?.schemas ?? {})).toEqual([...inlineNames]);
  expect(toSource(`${pointerTo("UpdateItResponse200Element")}/type`)).toBe(
    "#/paths/~1a/put/responses/200/content/application~1json/schema/items/type",
  );
});

test.for([[{ type: "string" }], [{ $ref: pointerTo("Pet") }], [{ type: "array", items: { type: "integer" } }]])(
  "the schema %j needs no name",
  ([schema]) => {
    const paths = { "/a": { get: { operationId: "getIt", responses: { 200: json(schema as object) } } } };
    const { inlineNames } = prepareDocument(documentOf(paths, { Pet: { type: "object" } }));
    expect([...inlineNames]).toEqual([]);
  },
);

test("operations that paths share get an operationId each", () => {
  const item = { get: { responses: done } };
  const { document } = prepareDocument(documentOf({ "/a": item, "/b": item, "/c": { $ref: "#/paths/~1a" } }));
  expect(Object.values(document.paths)).toMatchObject(
    ["getA", "getB", "getC"].map((operationId) => ({ get: { operationId } })),
  );
});

test("a path item can be a reference", () => {
  const item = { get: { operationId: "getIt", responses: done } };
  const { document } = prepareDocument(documentOf({ "/a": item, "/b": { $ref: "#/paths/~1a", summary: "B" } }));
  expect(document.paths["/b"]).toEqual({ ...item, summary: "B" });
});

function documentOf(paths: object, schemas: object = {}): Document {
  return documentWith({ paths, components: { schemas } });
}

function json(schema: object) {
  return { description: "It.", content: { "application/json": { schema } } };
}

function pointerTo(name: string): string {
  return `#/components/schemas/${name}`;
}
