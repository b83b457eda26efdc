import { matchOperation, type OperationId, operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { deserialize } from "../../../contract/deserialize.js";
import { readFields } from "../../../contract/read-fields.js";
import type { RecordedRequest } from "../../../pipeline/log-entry.js";
import type { ClientCall } from "./render-client-call.js";

type Values = Readonly<Record<string, unknown>>;

/** Converts a recorded request to the call that would send it; undefined if no method would. */
export function toClientCall({ method, url, body }: RecordedRequest, baseUrl: string): ClientCall | undefined {
  const { pathname, searchParams } = new URL(url);
  const match = matchOperation(method, pathname);
  const fields = match && readBody(match.operation, body);
  if (!match || !fields) return undefined;
  const { operation: operationId, path } = match;
  const { queryKeys, bodyKeys } = operationTable[operationId];
  const query = split(readQuery(operationId, searchParams), queryKeys);
  const sent = split(fields, bodyKeys);
  const extra = { ...(query.extra && { query: query.extra }), ...(sent.extra && { body: sent.extra }) };
  const isExtra = Object.keys(extra).length > 0;
  return { operationId, input: { ...path, ...query.known, ...sent.known }, ...(isExtra && { extra }), baseUrl };
}

/** The input from which a body was made; undefined if the method writes no such body. */
function readBody(id: OperationId, body: unknown): Values | undefined {
  if (body === undefined) return {};
  const { format = "json", isWhole, schema = {} } = operationContracts[id].body ?? {};
  const form = format === "form" && typeof body === "string" ? toForm(body) : body;
  if (form instanceof FormData) return /form|multipart/.test(format) ? { ...readFields(schema, form) } : undefined;
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

function readQuery(operationId: OperationId, query: URLSearchParams): Values {
  const { parameters } = operationContracts[operationId];
  const entries = [...new Set(query.keys())].map((name) => {
    const parameter = parameters.find((candidate) => candidate.in === "query" && candidate.name === name);
    return [name, deserialize(parameter?.schema ?? {}, query.getAll(name))];
  });
  return Object.fromEntries(entries);
}

/** The values that the contract has, and those that a client passes as `extra`. */
function split(values: Values, keys: readonly string[]): { known: object; extra: object | undefined } {
  const isKnown = ([key]: [string, unknown]) => keys.includes(key);
  const entries = Object.entries(values);
  const extra = entries.filter((entry) => !isKnown(entry));
  return {
    known: Object.fromEntries(entries.filter(isKnown)),
    extra: extra.length > 0 ? Object.fromEntries(extra) : undefined,
  };
}
