import { type WrittenRequest, writeRequest } from "../differential/write-request.ts";
import type { Json } from "../document.ts";
import type { OpenApi } from "../render-files.ts";
import { matchPath } from "./match-path.ts";
import type { ReadOperation } from "./read-operations.ts";

/** Serializes the request of an input; undefined if it must not be sent. */
export function writeInput(document: OpenApi, operation: ReadOperation, input: Json): WrittenRequest | undefined {
  const { parameters, fields = { properties: {}, required: [] } } = operation;
  const required = [...parameters.filter((one) => one.required).map(({ name }) => name), ...fields.required];
  if (required.some((key) => !Object.hasOwn(input, key))) return undefined;
  const given = Object.keys(input).flatMap((key) => parameters.filter(({ name }) => name === key));
  const others = Object.entries(input).filter(([key]) => !parameters.some(({ name }) => name === key));
  if (others.some(([key]) => !Object.hasOwn(fields.properties, key))) return undefined;
  if (!given.every(({ name, in: place }) => isSendable(place, input[name]))) return undefined;
  const values = { path: input, query: input, header: {}, body: Object.fromEntries(others) };
  const request = writeRequest(document, { ...operation, parameters: given }, values);
  return leadsTo(request.target.replace(/\?.*/, ""), operation.path, Object.keys(Object(document.paths)))
    ? request
    : undefined;
}

function isSendable(place: string, value: unknown): boolean {
  const types = ["string", "number", ...(place === "path" ? [] : ["boolean"])];
  const elements = place === "path" ? [value] : [value].flat();
  const isSegment = place !== "path" || !["", ".", ".."].includes(String(value));
  return isSegment && elements.length > 0 && elements.every((element) => types.includes(typeof element));
}

/** Whether servers match the path, also those that decode unreserved characters first. */
function leadsTo(path: string, template: string, paths: readonly string[]): boolean {
  const plain = path.replaceAll("%3A", ":").replaceAll("%40", "@");
  return matchPath(plain, paths)?.path === template && matchPath(path, paths)?.path === template;
}
