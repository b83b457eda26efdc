import { createClient, isApiError, type OperationId } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import { validators } from "@serviceform/client/validate";
import { createSandbox } from "@serviceform/sandbox";
import { startServer } from "@serviceform/sandbox/server";
import { type components, type operations, operationTable, type paths } from "@serviceform/types";
import document from "@serviceform/types/openapi.json" with { type: "json" };

const sandbox = createSandbox();
const serviceform = createClient({ apiKey: "sandbox", fetch: sandbox.fetch });

export const title: string = document.info.title;
export const ids = Object.keys(operationTable) as OperationId[];
export type Item = components["schemas"]["Item"];
export type Answer = operations["getItem"]["responses"][200];
export type Path = keyof paths;

const result = await serviceform.safe.updateItem({ spaceId: "s", itemId: "i", primary_field: "Acme" });
if (result.ok) result.data.primary_field?.trim();
else if (result.error.status === 422) result.error.body.message?.trim();

for await (const lead of serviceform.stream.listLeads()) lead.id.trim();

try {
  await serviceform.deleteItem({ spaceId: "s", itemId: "i" });
} catch (error) {
  if (isApiError(error, "deleteItem", 404)) error.body.message?.trim();
}

const { data } = await createFetchClient({ apiKey: "sandbox", fetch: sandbox.fetch }).GET("/flex/spaces");
data?.map(({ name }) => name);

export const findings = validators.getItem.output.check({}).map(({ expected }) => expected);

const server = await startServer({ port: 0 });
await server.close();
