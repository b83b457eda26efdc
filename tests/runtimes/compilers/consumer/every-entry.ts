import {
  type CallOptions,
  type ClientOptions,
  createClient,
  type Item,
  isApiError,
  type Lead,
  type OperationId,
} from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import { type Issue, validators } from "@serviceform/client/validate";
import { createSandbox, type Fault } from "@serviceform/sandbox";
import { type SandboxServer, startServer } from "@serviceform/sandbox/server";
import { type components, matchOperation, type operations, operationTable, type paths } from "@serviceform/types";
import { createValidator, type OperationContract, operationContracts } from "@serviceform/types/contract";
import {
  contractVersion,
  operations as described,
  type FieldDescription,
  type JsonSchema,
  type OperationDescription,
  schemas,
} from "@serviceform/types/describe";
import document from "@serviceform/types/openapi.json" with { type: "json" };

const fault: Fault = { kind: "status", status: 503, retryAfterSeconds: 1 };
const sandbox = createSandbox({ faults: [fault] });
const options: ClientOptions = { apiKey: async () => "sf_sandbox_key", fetch: sandbox.fetch, logger: console };
const serviceform = createClient(options);

export const ids = Object.keys(operationTable) as OperationId[];
export const title: string = document.info.title;
export const isCurrent: boolean = document.info.version === contractVersion;
export const descriptions: readonly OperationDescription[] = ids.map((id) => described[id]);
export const input: JsonSchema = described.getItem.input;
export const field: FieldDescription | undefined = schemas.Lead?.fields.email;
export const contract: OperationContract = operationContracts.getItem;
export const accepted: boolean = createValidator(contract.responses[200]?.schema ?? {}).accepts({ id: "i" });
export const matched: OperationId | undefined = matchOperation("GET", "/leads")?.operation;
export type SameItem = components["schemas"]["Item"];
export type Answer = operations["getItem"]["responses"][200];
export type Path = keyof paths;

export const item: Item = await serviceform.getItem({ spaceId: "s", itemId: "i" });
export const gone: undefined = await serviceform.deleteItem({ spaceId: "s", itemId: "i" });
const { signal } = new AbortController();
const call: CallOptions = { signal, retries: { limit: 1 }, headers: new Headers({ "x-trace": "1" }) };
for await (const lead of serviceform.stream.listLeads({}, call)) ((lead: Lead) => lead.id.trim())(lead);

// Optional keys can be undefined, and arrays readonly.
const startTime: string | undefined = Object.keys(operationTable)[99];
const metrics = ["totalChats", "averageResponseTime"] as const;
await serviceform.listChats({ startTime, limit: undefined });
await serviceform.getChatStatistics({ startTime, metrics });

const result = await serviceform.safe.updateItem({ spaceId: "s", itemId: "i", primary_field: "Acme" });
if (result.ok) result.data.primary_field?.trim();
else if (result.error.status === 422) result.error.body.message?.trim();

try {
  await serviceform.deleteItem({ spaceId: "s", itemId: "i" });
} catch (error) {
  if (isApiError(error, "deleteItem", 404)) error.body.message?.trim();
}

const { data, error } = await createFetchClient(options).GET("/flex/spaces");
data?.map(({ name }) => name);
error?.message?.trim();

export const issues: readonly Issue[] = validators.getItem.output.validate({});

const server: SandboxServer = await startServer({ port: 0, leadCount: 10 });
await server.close();

// These must not compile. If a type became `any`, they would, and `@ts-expect-error` would fail.
// @ts-expect-error: an input is missing
await serviceform.getItem({ spaceId: "s" });
// @ts-expect-error: an input is unknown
await serviceform.listItems({ spaceId: "s", page: 2 });
// @ts-expect-error: an input is mistyped
await serviceform.listChats({ limit: "10" });
// @ts-expect-error: an option is taken for an input
await serviceform.listLeads({ signal });
// @ts-expect-error: a field is unknown
item.price;
// @ts-expect-error: an operation is unknown
described.getNothing;
// @ts-expect-error: an option is unknown
createClient({ key: "sf_sandbox_key" });
// @ts-expect-error: no array, no stream
serviceform.stream.getItem;
// @ts-expect-error: a path is unknown
await createFetchClient(options).GET("/flex/spaces/{spaceId}");
// @ts-expect-error: an option of the sandbox is unknown
createSandbox({ size: 3 });
