import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { CLIENT_OPTIONS } from "./check-option-names.ts";
import { readPlan } from "./plan.ts";

const bearer = { type: "http", scheme: "bearer" };
const key = { type: "apiKey", in: "header", name: "x-key" };

test("CLIENT_OPTIONS has every option of the client but the key", async () => {
  const file = join(import.meta.dirname, "../../packages/client/src/options/client-options.ts");
  const [, body = ""] = /interface ClientOptions[^{]*\{(.*?)^\}/ms.exec(await readFile(file, "utf8")) ?? [];
  const options = [...body.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name);
  expect(options.filter((name) => name !== "apiKey").sort()).toEqual([...CLIENT_OPTIONS].sort());
});

test.for([
  ["fetch", 'which would be "fetch", another option of the client'],
  ["timeout-ms", 'which would be "timeoutMs", another option of the client'],
  ["toString", 'which would be "toString", a member of every object'],
  ["has-own-property", 'which would be "hasOwnProperty", a member of every object'],
  ["2fa", "whose name does not begin with a letter, as that of an option of the client must"],
  ["_", "whose name does not begin with a letter, as that of an option of the client must"],
])("the security scheme %s cannot be an option of the client", ([name = "", reason]) => {
  const message = `The document has the security scheme "${name}", ${reason}; rename it.`;
  expect(() => readPlan(documentWith(name, bearer))).toThrow(message);
});

test.for(["api-key", "signal", "class"])("the security scheme %s can be an option of the client", (name) => {
  expect(() => readPlan(documentWith(name, bearer))).not.toThrow();
});

test("the security scheme of one key for every operation can have any name", () => {
  expect(() => readPlan(documentWith("fetch", key))).not.toThrow();
});

function documentWith(name: string, scheme: object): Document {
  const get = { operationId: "getRow", responses: { 204: { description: "Done." } } };
  return {
    openapi: "3.0.3",
    info: { title: "Rows", version: "1.0.0" },
    servers: [{ url: "https://api.test" }],
    security: [{ [name]: [] }],
    paths: { "/rows": { get } },
    components: { securitySchemes: { [name]: scheme } },
  } as unknown as Document;
}
