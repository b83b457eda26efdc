import type { Json } from "../document.ts";
import { percentEncode } from "../percent-encode.ts";
import { matchPath } from "./match-path.ts";
import type { ReadOperation } from "./read-operations.ts";

export interface PlainRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly body: string | undefined;
}

/** Serializes the request of an input; undefined if it must not be sent. */
export function writeRequest(
  operation: ReadOperation,
  input: Json,
  paths: readonly string[],
): PlainRequest | undefined {
  const { parameters, body, method } = operation;
  const known = [...parameters.map(({ name }) => name), ...Object.keys(body?.properties ?? {})];
  const required = [
    ...parameters.filter(({ required }) => required).map(({ name }) => name),
    ...(body?.required ?? []),
  ];
  if (Object.keys(input).some((key) => !known.includes(key))) return undefined;
  if (required.some((key) => !Object.hasOwn(input, key))) return undefined;
  const isIn = (place: string) => (key: string) =>
    parameters.some(({ name, in: where }) => name === key && where === place);
  const path = writePath(operation.path, input);
  const query = writeQuery(Object.keys(input).filter(isIn("query")), input);
  if (path === undefined || query === undefined || !leadsTo(path, operation.path, paths)) return undefined;
  const entries = Object.entries(input).filter(([key]) => Object.hasOwn(body?.properties ?? {}, key));
  return { method, target: path + query, body: body && JSON.stringify(Object.fromEntries(entries)) };
}

/** Whether servers match the path, also those that decode unreserved characters first. */
function leadsTo(path: string, template: string, paths: readonly string[]): boolean {
  const plain = path.replaceAll("%3A", ":").replaceAll("%40", "@");
  return matchPath(plain, paths)?.path === template && matchPath(path, paths)?.path === template;
}

function writePath(template: string, input: Json): string | undefined {
  const segments = template.split(/(\{[^}]*\})/).map((part) => {
    if (!part.startsWith("{")) return part;
    const value = input[part.slice(1, -1)];
    const text = typeof value === "boolean" ? undefined : encode(value);
    return text === undefined || ["", ".", ".."].includes(text) ? undefined : text;
  });
  return segments.includes(undefined) ? undefined : segments.join("");
}

function writeQuery(keys: readonly string[], input: Json): string | undefined {
  const pairs = keys.flatMap((key) => {
    const values = [input[key]].flat();
    if (values.length === 0) return [undefined];
    return values.map((value) => (encode(value) === undefined ? undefined : `${encode(key)}=${encode(value)}`));
  });
  if (pairs.includes(undefined)) return undefined;
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

function encode(value: unknown): string | undefined {
  return ["string", "number", "boolean"].includes(typeof value) ? percentEncode(value) : undefined;
}
