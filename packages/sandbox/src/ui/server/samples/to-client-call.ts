import { type OperationId, type OperationMatch, operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { credentialQueryNames } from "../../../contract/credentials.js";
import { findOperations } from "../../../contract/find-operations.js";
import { parseQuery } from "../../../contract/parse-query.js";
import { readFields } from "../../../contract/read-fields.js";
import { readParameter } from "../../../contract/read-parameter.js";
import type { RecordedRequest } from "../../../pipeline/log-entry.js";
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
  const parameters = readParameters(match, request);
  const sent = split(fields, operationTable[operationId].bodyKeys);
  const extra = { ...(parameters.extra && { query: parameters.extra }), ...(sent.extra && { body: sent.extra }) };
  const isExtra = Object.keys(extra).length > 0;
  return { operationId, input: { ...parameters.known, ...sent.known }, ...(isExtra && { extra }), baseUrl };
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

interface SplitValues {
  readonly known: object;
  readonly extra: object | undefined;
}

/** The values of parameters, and those of other names in the query. */
function readParameters({ operation, path }: OperationMatch, { url, headers }: RecordedRequest): SplitValues {
  const { parameters } = operationContracts[operation];
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const query = parseQuery(new URL(url).search, inQuery);
  const sent = { path, query, headers: new Headers(headers) };
  const known = parameters.map((parameter) => [parameter.name, readParameter(parameter, sent)] as const);
  const names = [...inQuery.map(({ name }) => name), ...credentialQueryNames];
  const others = [...query].filter(([name]) => !names.includes(name));
  const extra = others.map(([name, values]) => [
    name,
    Array.isArray(values) && values.length === 1 ? values[0] : values,
  ]);
  return {
    known: Object.fromEntries(known.filter(([, value]) => value !== undefined)),
    extra: extra.length > 0 ? Object.fromEntries(extra) : undefined,
  };
}

/** The values that the contract has, and those that a client passes as `extra`. */
function split(values: Values, keys: readonly string[]): SplitValues {
  const isKnown = ([key]: [string, unknown]) => keys.includes(key);
  const entries = Object.entries(values);
  const extra = entries.filter((entry) => !isKnown(entry));
  return {
    known: Object.fromEntries(entries.filter(isKnown)),
    extra: extra.length > 0 ? Object.fromEntries(extra) : undefined,
  };
}
