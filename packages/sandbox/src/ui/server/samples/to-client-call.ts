import { type OperationId, type OperationMatch, operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { credentialQueryNames } from "../../../contract/credentials.js";
import { findOperations } from "../../../contract/find-operations.js";
import { parseQuery } from "../../../contract/parse-query.js";
import { readFields } from "../../../contract/read-fields.js";
import { readParameter } from "../../../contract/read-parameter.js";
import type { RecordedRequest } from "../../../pipeline/log-entry.js";
import { pick, pickDefined } from "../pick.js";
import type { ClientCall } from "./render-client-call.js";

type Values = Readonly<Record<string, unknown>>;

/** Converts a recorded request to the call that would send it; undefined if no method would. */
export function toClientCall(request: RecordedRequest, baseUrl: string): ClientCall | undefined {
  const { method, url, body } = request;
  const { pathname } = new URL(url);
  const match = findOperations(pathname).find((found) => found.method === method);
  const fields = match && readBody(match.operation, body);
  if (!match || !fields) return undefined;
  const { operation: operationId } = match;
  const { bodyKeys } = operationTable[operationId];
  const { known, others } = readParameters(match, request);
  const otherKeys = Object.keys(fields).filter((key) => !bodyKeys.includes(key));
  const extra = pickDefined({ query: pickDefined(others), body: pick(fields, otherKeys) });
  return { operationId, input: { ...pickDefined(known), ...pick(fields, bodyKeys) }, ...(extra && { extra }), baseUrl };
}

/** The input from which a body was made; undefined if the method writes no such body. */
function readBody(id: OperationId, body: unknown): Values | undefined {
  if (body === undefined) return {};
  const { format = "json", isWhole, schema = {} } = operationContracts[id].body ?? {};
  const form = format === "form" && typeof body === "string" ? toForm(body) : body;
  if (form instanceof FormData) {
    const fields = { ...readFields(schema, form) };
    if (!/form|multipart/.test(format)) return undefined;
    return isWhole ? { body: fields } : fields;
  }
  const isBytes = body instanceof Uint8Array;
  if (isWhole) return isBytes === (format === "binary") ? { body } : undefined;
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body) && !isBytes;
  return isObject && format === "json" ? (body as Values) : undefined;
}

function toForm(text: string): FormData {
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(text)) form.append(name, value);
  return form;
}

/** The values of parameters, and those of other names in the query. */
function readParameters({ operation, path }: OperationMatch, { url, headers }: RecordedRequest) {
  const { parameters } = operationContracts[operation];
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const query = parseQuery(new URL(url).search, inQuery);
  const sent = { path, query, headers: new Headers(headers) };
  const known = parameters.map((parameter) => [parameter.name, readParameter(parameter, sent)]);
  const names = [...inQuery.map(({ name }) => name), ...credentialQueryNames];
  const others = [...query]
    .filter(([name]) => !names.includes(name))
    .map(([name, values]) => [name, Array.isArray(values) && values.length === 1 ? values[0] : values]);
  return { known: Object.fromEntries(known), others: Object.fromEntries(others) };
}
