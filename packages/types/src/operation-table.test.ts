import { expect, test } from "vitest";
import document from "./generated/openapi.json" with { type: "json" };
import { apiKeyHeader, operationTable, serverUrl } from "./index.js";

const entries = Object.entries(operationTable);

test.each(entries)("operationTable describes %s as the document does", (id, entry) => {
  const { method, path } = entry;
  const { parameters, operation } = read(method, path);
  const namesIn = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name);
  const body = follow(operation.requestBody?.content["application/json"].schema ?? {});
  const [success] = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
  const output = follow(success?.[1] ?? {}).content?.["application/json"].schema;
  const readsOnly = method === "GET" || operation["x-idempotent"] === true;
  expect({ ...entry, id: operation.operationId, required: [...entry.required].sort() }).toEqual({
    id,
    method,
    path,
    pathKeys: [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name),
    queryKeys: namesIn("query"),
    bodyKeys: Object.keys(body.properties ?? {}),
    required: [...parameters.filter((one) => one.required).map(({ name }) => name), ...(body.required ?? [])].sort(),
    idempotent: readsOnly || method === "PUT" || method === "DELETE",
    writes: !readsOnly,
    responseBody: output === undefined ? "none" : follow(output).type,
  });
});

test("operationTable lists body, effect and response of each operation", () => {
  const rows = entries.map(([id, { method, path, queryKeys, bodyKeys, required, ...entry }]) => {
    const facts = [entry.idempotent ? "repeats" : "once", entry.writes ? "writes" : "reads", entry.responseBody];
    return [`${id}: ${method} ${path}`, queryKeys, bodyKeys, required, facts.join(" ")].join(" | ");
  });
  expect(rows).toEqual(
    expect.arrayContaining([
      "listSpaces: GET /flex/spaces |  |  |  | repeats reads array",
      "createItem: POST /flex/spaces/{spaceId}/items |  | primary_field | spaceId,primary_field | once writes object",
      "updateItem: PUT /flex/spaces/{spaceId}/items/{itemId} |  | primary_field | spaceId,itemId,primary_field | repeats writes object",
      "deleteItem: DELETE /flex/spaces/{spaceId}/items/{itemId} |  |  | spaceId,itemId | repeats writes none",
      "listChats: POST /chats |  | startTime,endTime,uid,limit,showMessages,chatbot |  | repeats reads array",
      "getChatStatistics: GET /statistics/chat | startTime,endTime,metrics |  |  | repeats reads object",
    ]),
  );
});

test("serverUrl and apiKeyHeader are those of the document", () => {
  expect(serverUrl).toBe(document.servers[0]?.url);
  expect(apiKeyHeader).toBe(document.components.securitySchemes.apiKey.name);
});

test("operationTable has exactly the operations of the document", () => {
  const documented = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      "operationId" in operation ? [`${operation.operationId} ${method.toUpperCase()} ${path}`] : [],
    ),
  );
  expect(entries.map(([id, { method, path }]) => `${id} ${method} ${path}`)).toEqual(documented);
});

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

interface Body {
  readonly content: { readonly "application/json": { readonly schema: Schema } };
}

interface Schema {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: object;
  readonly content?: Body["content"];
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Schema>>;
  readonly "x-idempotent"?: boolean;
}

/** An operation of the document, with the parameters of its path before its own. */
function read(method: string, path: string): { operation: DocumentedOperation; parameters: Parameter[] } {
  const item = (document.paths as Record<string, object>)[path] as Record<string, unknown>;
  const operation = item[method.toLowerCase()] as DocumentedOperation;
  const shared = (item.parameters ?? []) as readonly Parameter[];
  return { operation, parameters: [...shared, ...(operation.parameters ?? [])].map(follow) };
}

/** Resolves a reference; returns any other value unchanged. */
function follow<Value extends object>(value: Value): Value {
  const { $ref } = value as { $ref?: string };
  if ($ref === undefined) return value;
  const [, ...keys] = $ref.split("/");
  return follow(keys.reduce<unknown>((place, key) => (place as Record<string, unknown>)[key], document) as Value);
}
