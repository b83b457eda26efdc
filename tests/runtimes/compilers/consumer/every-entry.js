// The same as every-entry.ts, in JavaScript that the compiler checks.
import { createClient, isApiError } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import { validators } from "@serviceform/client/validate";
import { createSandbox } from "@serviceform/sandbox";
import { startServer } from "@serviceform/sandbox/server";
import { operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { operations, schemas } from "@serviceform/types/describe";
import document from "@serviceform/types/openapi.json" with { type: "json" };

const sandbox = createSandbox({ faults: [{ kind: "status", status: 503, retryAfterSeconds: 1 }] });
/** @type {import("@serviceform/client").ClientOptions} */
const options = { apiKey: "sf_sandbox_key", fetch: sandbox.fetch, logger: console };
const serviceform = createClient(options);

export const title = document.info.title.trim();
export const success = operationContracts.getItem.success.toFixed();
export const noun = operations.getItem.noun.trim();
export const key = schemas.Lead?.key?.trim();
export const method = operationTable.getItem.method.trim();

/** @type {import("@serviceform/client").Item} */
export const item = await serviceform.getItem({ spaceId: "s", itemId: "i" });
for await (const lead of serviceform.stream.listLeads()) lead.id.trim();

const result = await serviceform.safe.updateItem({ spaceId: "s", itemId: "i", primary_field: "Acme" });
if (result.ok) result.data.primary_field?.trim();
else if (result.error.status === 422) result.error.body.message?.trim();

try {
  await serviceform.deleteItem({ spaceId: "s", itemId: "i" });
} catch (error) {
  if (isApiError(error, "deleteItem", 404)) error.body.message?.trim();
}

const { data } = await createFetchClient(options).GET("/flex/spaces");
data?.map(({ name }) => name);

export const issues = validators.getItem.output.validate({}).map(({ expected }) => expected.trim());

const server = await startServer({ port: 0 });
await server.close();

// These must not compile.
// @ts-expect-error: an input is missing
await serviceform.getItem({ spaceId: "s" });
// @ts-expect-error: an input is unknown
await serviceform.listItems({ spaceId: "s", page: 2 });
// @ts-expect-error: a field is unknown
item.price;
// @ts-expect-error: an option is unknown
createClient({ key: "sf_sandbox_key" });
// @ts-expect-error: a path is unknown
await createFetchClient(options).GET("/flex/spaces/{spaceId}");
// @ts-expect-error: an option of the sandbox is unknown
createSandbox({ size: 3 });
