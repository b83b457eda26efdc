import { matchOperation, type OperationId, operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import { deserialize } from "../../../contract/deserialize.js";
import type { RecordedRequest } from "../../../pipeline/log-entry.js";
import type { ClientCall } from "./render-client-call.js";

type Values = Readonly<Record<string, unknown>>;

/** Reads a recorded request as the call that would send it; undefined where no method would. */
export function toClientCall({ method, url, body = {} }: RecordedRequest, baseUrl: string): ClientCall | undefined {
  const { pathname, searchParams } = new URL(url);
  const match = matchOperation(method, pathname);
  if (!match || typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  const { operation: operationId, path } = match;
  const { queryKeys, bodyKeys } = operationTable[operationId];
  const query = split(readQuery(operationId, searchParams), queryKeys);
  const sent = split(body as Values, bodyKeys);
  const extra = { ...(query.extra && { query: query.extra }), ...(sent.extra && { body: sent.extra }) };
  const isExtra = Object.keys(extra).length > 0;
  return { operationId, input: { ...path, ...query.known, ...sent.known }, ...(isExtra && { extra }), baseUrl };
}

function readQuery(operationId: OperationId, query: URLSearchParams): Values {
  const { parameters } = operationContracts[operationId];
  const entries = [...new Set(query.keys())].map((name) => {
    const parameter = parameters.find((candidate) => candidate.in === "query" && candidate.name === name);
    return [name, deserialize(parameter?.schema ?? {}, query.getAll(name))];
  });
  return Object.fromEntries(entries);
}

/** The values that the contract knows, and those that a client passes as `extra`. */
function split(values: Values, keys: readonly string[]): { known: object; extra: object | undefined } {
  const isKnown = ([key]: [string, unknown]) => keys.includes(key);
  const entries = Object.entries(values);
  const extra = entries.filter((entry) => !isKnown(entry));
  return {
    known: Object.fromEntries(entries.filter(isKnown)),
    extra: extra.length > 0 ? Object.fromEntries(extra) : undefined,
  };
}
