import { expect, test } from "vitest";
import { body, contract, done, endpoint, integer, object, parameter, text } from "./document.ts";
import { loadContract } from "./load-contract.ts";

const path = (name: string) => parameter(name, text, "path");
const document = contract({
  "/": endpoint("get", "getRoot"),
  "/rows/{rowId}": {
    get: { operationId: "getRow", parameters: [path("rowId"), parameter("page", integer)], responses: done },
    ...endpoint("put", "updateRow", {
      parameters: [{ ...path("rowId"), example: "r 1" }, parameter("X-Count", integer, "header", { required: true })],
      requestBody: withExample('{ "name": "a" }'),
    }),
  },
  "/notes": { get: { operationId: "getNote", responses: { 200: media("text/plain") } } },
  "/rows": {
    ...endpoint("get", "listRows", {
      parameters: [
        parameter("limit", { type: "integer", minimum: 5, maximum: 5 }, "query", { required: true, example: "5" }),
        parameter("page", integer, "query", { example: "two" }),
        parameter("size", integer, "query", { example: 3 }),
      ],
    }),
    post: { operationId: "createRow", requestBody: withExample({ name: "a" }), responses: done },
  },
  "/codes/{code}": endpoint("get", "getCode", {
    parameters: [parameter("code", { type: "string", pattern: "^ak_\\w{32}$" }, "path")],
  }),
  "/picture": {
    get: { operationId: "getPicture", responses: { 200: media("image/png") } },
    ...endpoint("put", "updatePicture", {
      requestBody: body({ type: "string", format: "binary" }, "image/png"),
    }),
  },
});

function media(type: string): object {
  return { description: "Not JSON.", content: { [type]: {} } };
}

/** An object of the name "b", and this example of it. */
function withExample(example: unknown): object {
  const schema = object({ name: { type: "string", enum: ["b", "a"] } }, ["name"]);
  return { required: true, content: { "application/json": { schema, example } } };
}

const { createInternals, createPages, describeContract } = await loadContract(document);
const described = JSON.parse(new TextDecoder().decode(describeContract({}, "http://127.0.0.1", document).bytes));

test.for([
  ["get", "/rows/{rowId}", /getRow\(\{ rowId: "text-\d+" \}\);$/],
  ["put", "/rows/{rowId}", /updateRow\(\{ rowId: "r 1", "X-Count": \d+, name: "b" \}\);$/],
  ["get", "/rows", /listRows\(\{ limit: 5, page: \d+, size: 3 \}\);$/],
  ["post", "/rows", /createRow\(\{ name: "a" \}\);$/],
  ["get", "/codes/{code}", /getCode\(\{ code: "<code>" \}\);$/],
  ["put", "/picture", /updatePicture\(\{ body: new File\(\[\/\* 7 bytes \*\/\], "example.bin"\) \}\);$/],
] as const)("the sample of %s %s has every required input, and no invalid example", ([method, url, call]) => {
  expect(described.paths[url][method]["x-codeSamples"][0].source).toMatch(call);
});

test.for([
  ["/picture", 'GET("/picture", { parseAs: "blob" });'],
  ["/notes", 'GET("/notes", { parseAs: "text" });'],
  ["/", 'GET("/");'],
] as const)("the sample by path of a response of %s says how to read it", ([url, call]) => {
  expect(described.paths[url].get["x-codeSamples"][1].source).toContain(call);
});

test("the body of a request that is not valid is not its example in the reference", () => {
  const exampleOf = (url: string, method: string) =>
    described.paths[url][method].requestBody.content["application/json"].example;
  expect(exampleOf("/rows/{rowId}", "put")).toEqual({ name: "b" });
  expect(exampleOf("/rows", "post")).toEqual({ name: "a" });
});

test.for([
  ["GET", "application/json", false],
  ["GET", "*/*", false],
  ["POST", "text/html", false],
  ["GET", "text/html,application/xhtml+xml,*/*;q=0.8", true],
] as const)(
  "a %s of / that accepts %s gets the reference: %s, where the contract has a /",
  async ([method, accept, isPage]) => {
    const pages = createPages(createInternals({}), []);
    const response = pages.fetch(new Request("http://127.0.0.1/", { method, headers: { accept } }));
    expect((await response)?.headers.get("content-type")).toBe(isPage ? "text/html; charset=utf-8" : undefined);
  },
);
