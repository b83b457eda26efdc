import { fileURLToPath } from "node:url";
import { run } from "@serviceform/cli";
import { createClient } from "@serviceform/client";
import { startServer } from "@serviceform/sandbox/server";
import { findInputs, type Input, samples } from "@serviceform/tests-samples";
import type { OperationId } from "@serviceform/types";
import { afterAll, expect, test } from "vitest";
import { FILE } from "./example-input.ts";
import { listOperations, type OpenApi, type PlacedOperation, type Schema } from "./openapi.ts";
import { renderOperation } from "./render-operation.ts";
import { renderCommand, renderCurl } from "./render-samples.ts";
import { renderSchema } from "./render-schema.ts";
import { renderField, renderType } from "./render-type.ts";
import { readContract, SANDBOX_URL } from "./stage-reference.ts";

const document: OpenApi = await readContract();
const operations = listOperations(document);
const server = await startServer({ port: 0 });
const inputs: ReadonlyMap<string, Input> = await findInputs(
  createClient({ apiKey: "sf_sandbox_key", fetch: server.sandbox.fetch }),
);
afterAll(() => server.close());
/** The file that samples with an upload send. */
const anyFile = fileURLToPath(import.meta.url);

test.for(operations)("the command and the curl of $operationId succeed on a fresh sandbox", async (documented) => {
  const operation = withHeldNames(documented);
  server.sandbox.reset();
  const words = readWords(renderCommand(operation, server.url))
    .slice(2)
    .map((word) => (word === FILE ? anyFile : word));
  let printed = "";
  const write = (chunk: string | Uint8Array, callback?: () => void): boolean => {
    printed += chunk;
    callback?.();
    return true;
  };
  const env = { SERVICEFORM_API_KEY: "sf_sandbox_key" };
  expect(await run(words, { env, stdout: { write }, stderr: { write } }), printed).toBe(0);

  server.sandbox.reset();
  const { url, init } = readCurl(renderCurl(operation, server.url));
  const response = await fetch(url, init);
  expect(response.status, await response.text()).toBe(samples[operation.operationId as OperationId].success);
});

/** Examples of the contract can name records that the sandbox lacks, so path values are replaced by existing ones. */
function withHeldNames(operation: PlacedOperation): PlacedOperation {
  const input = inputs.get(operation.operationId) ?? {};
  const parameters = operation.parameters?.map((each) =>
    each.in === "path" ? { ...each, example: input[each.name] ?? each.example } : each,
  );
  return { ...operation, ...(parameters && { parameters }) };
}

test("a page has the samples of the client, the input and each response with its example", () => {
  const operation = operations.find(({ operationId }) => operationId === "updateItem");
  const page = operation && renderOperation(operation, SANDBOX_URL);
  expect(page).toContain("# Update an item\n\n`PUT /flex/spaces/{spaceId}/items/{itemId}`");
  expect(page).toContain(`createClient({ baseUrl: "${SANDBOX_URL}" })`);
  expect(page).toContain("For your own account, leave `baseUrl` and `--base-url` out");
  expect(page).toContain("- **`spaceId`** in the path, string, required\\\n");
  expect(page).toContain("Body: [ItemInput](./item-input.md), application/json.");
  for (const status of [200, 400, 403, 404, 422]) expect(page).toContain(`### ${status}\n`);
});

test("a schema has its fields, and links to the operations and schemas that use it", () => {
  const { ItemInput = {}, Message = {} } = document.components.schemas ?? {};
  const input = renderSchema("ItemInput", ItemInput, document, operations);
  const senders = operations.filter(({ requestBody }) => JSON.stringify(requestBody)?.includes('schemas/ItemInput"'));
  const links = senders.map(({ summary, operationId }) => `[${summary}](./${toFileName(operationId)}.md)`);
  expect(links).toContain("[Update an item](./update-item.md)");
  expect(input).toContain(`Sent by ${links.join(", ")}.`);
  expect(input).toContain("- **`primary_field`** string, required\\\n");
  expect(input).toContain("No other field is accepted.");
  expect(renderSchema("Message", Message, document, operations)).toContain(
    "Part of [Lead](./lead.md), [Chat](./chat.md).",
  );
});

test.for<[string, Schema]>([
  ["array of [Lead](./lead.md)", { type: "array", items: { $ref: "#/components/schemas/Lead" } }],
  ["string (date-time)", { type: "string", format: "date-time" }],
  ["number (epoch seconds)", { type: "number", "x-unit": "epoch-seconds" }],
  ["object with values of integer", { type: "object", additionalProperties: { type: "integer" } }],
  ['`"a"` or `"b"`', { type: "string", enum: ["a", "b"] }],
  ["string or integer", { oneOf: [{ type: "string" }, { type: "integer" }] }],
  ["any value", {}],
])("the type of a value is %s", ([words, schema]) => {
  expect(renderType(schema)).toBe(words);
});

test("a field is marked as personal data", () => {
  expect(renderField("email", { type: "string", "x-personal": true, description: "The address." }, {})).toBe(
    "- **`email`** string, personal data\\\n  The address.",
  );
});

/** The words of a POSIX shell command. */
function readWords(command: string): string[] {
  const joined = command.replaceAll("\\\n", " ");
  return [...joined.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, word]) => single ?? double ?? word ?? "",
  );
}

function readCurl(command: string): { readonly url: string; readonly init: RequestInit } {
  const words = readWords(command.replace("$SERVICEFORM_API_KEY", "sf_sandbox_key"));
  const after = (flag: string) => words.flatMap((word, index) => (words[index - 1] === flag ? [word] : []));
  const headers = after("-H").map((header) => header.split(": ") as [string, string]);
  return {
    url: words.find((word) => word.startsWith("http")) ?? "",
    init: { method: after("-X")[0] ?? "GET", headers, body: readCurlBody(after) },
  };
}

function readCurlBody(after: (flag: string) => readonly string[]): BodyInit | null {
  const fields = (flag: string) => after(flag).map((field) => field.split(/=(.*)/s).slice(0, 2) as [string, string]);
  const form = new FormData();
  for (const [name] of fields("-F")) form.append(name, new Blob(["file"]));
  for (const [name, value] of fields("--form-string")) form.append(name, value);
  if ([...form].length > 0) return form;
  const encoded = new URLSearchParams(fields("--data-urlencode"));
  if (encoded.size > 0) return encoded;
  return [...after("-d"), ...after("--data-raw"), ...after("--data-binary")][0] ?? null;
}

function toFileName(operationId: string): string {
  return operationId.replaceAll(/(?=[A-Z])/g, "-").toLowerCase();
}
