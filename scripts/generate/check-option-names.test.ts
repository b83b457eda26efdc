import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLIENT_OPTIONS } from "./check-option-names.ts";
import { documentWith, done } from "./fixtures/document.ts";
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
  expect(() => readPlan(secured(name, bearer))).toThrow(message);
});

test.for(["api-key", "signal", "class"])("the security scheme %s can be an option of the client", (name) => {
  expect(() => readPlan(secured(name, bearer))).not.toThrow();
});

test("the security scheme of one key for every operation can have any name", () => {
  expect(() => readPlan(secured("fetch", key))).not.toThrow();
});

function secured(name: string, scheme: object) {
  const paths = { "/rows": { get: { operationId: "getRow", responses: done } } };
  return documentWith({ security: [{ [name]: [] }], paths, components: { securitySchemes: { [name]: scheme } } });
}
