import type { Operation } from "@serviceform/types";
import type { CallOptions } from "./options.js";
import { isScalar, type Member, readElements, readMembers, refuseRounded } from "./plain-data.js";
import { refuse } from "./refuse.js";
import { writeMembers } from "./write-json.js";

type Values = Readonly<Record<string, unknown>>;

/** The input of a method by where its parts travel. */
export interface RequestParts {
  readonly path: Values;
  readonly query: readonly Member[];
  readonly body: readonly Member[] | undefined;
}

/** Sorts an input and refuses unknown and missing keys. A key that is `undefined` counts as not given. */
export function sortInput(operation: Operation, input: unknown = {}): RequestParts {
  const { pathKeys, queryKeys, bodyKeys, emptyBody, required } = operation;
  const path: Record<string, unknown> = {};
  const query: Member[] = [];
  const body: Member[] = [];
  const given: string[] = [];
  for (const member of readMembers("input", input)) {
    const [key, value] = member;
    if (value === undefined) continue;
    if (pathKeys.includes(key)) path[key] = value;
    else if (queryKeys.includes(key)) query.push(member);
    else if (bodyKeys.includes(key)) body.push(member);
    else refuse(key, "is unknown");
    given.push(key);
  }
  for (const key of required) if (!given.includes(key)) refuse(key, "is missing");
  return { path, query, body: bodyKeys.length > 0 || emptyBody ? body : undefined };
}

/** Adds query and body fields that the contract does not have; refuses what belongs to the input or would not be sent. */
export function addExtra(
  { path, query, body }: RequestParts,
  extra: CallOptions["extra"],
  { method, pathKeys, queryKeys, bodyKeys }: Operation,
): RequestParts {
  const read = (name: string, fields: unknown = {}): Member[] => {
    const members = readMembers(name, fields);
    for (const [key] of members) {
      if ([...pathKeys, ...queryKeys, ...bodyKeys].includes(key)) refuse(`${name}.${key}`, "belongs to the input");
    }
    return members;
  };
  const fields = extra?.body;
  if (fields && !body && /GET|HEAD|DELETE/.test(method)) refuse("extra.body", "cannot be sent by this method");
  return {
    path,
    query: [...query, ...read("extra.query", extra?.query)],
    body: fields ? [...(body ?? []), ...read("extra.body", fields)] : body,
  };
}

/**
 * Makes the function that fills in a path so that each value is exactly one segment of it; it refuses a value that would
 * change the path.
 */
export function createPathSerializer(template: string, shadow?: string, baseUrl = ""): (values: Values) => string {
  // The parts at odd places are names of values.
  const parts = template.split(/[{}]/);
  const pattern = shadow === undefined ? undefined : new RegExp(shadow);
  const key = parts.at(-2) ?? "";
  return (values) => {
    const path = parts.reduce(
      (before, part, index) => before + (index % 2 ? serializeSegment(part, values[part]) : part),
      "",
    );
    // Servers may take `%3A` for the colon that a path can hold as it is.
    const plain = pattern && path.slice(baseUrl.length).replaceAll(/%(?:2[46BC]|3[ABD]|40)/g, decodeURIComponent);
    if (plain && pattern.test(plain)) refuse(key, "makes the path of another operation");
    return path;
  };
}

function serializeSegment(key: string, value: unknown): string {
  const text = typeof value === "boolean" ? undefined : encode(key, value);
  if (text === undefined) refuse(key, "must be a well-formed string or a finite number other than -0");
  // Servers and proxies resolve dot segments, also encoded ones: the request would reach another path.
  if (/^(\.|%2e){0,2}$/i.test(String(value))) refuse(key, "is empty or a dot segment");
  return text;
}

/** Writes a query with its question mark, an array as a repeated key; refuses what would be dropped or changed. */
export function serializeQuery(values: unknown): string {
  return writeQuery(readMembers("query", values));
}

/** The same from members that have been read. */
export function writeQuery(members: readonly Member[]): string {
  let query = "";
  for (const [key, given] of members) {
    if (given === undefined) continue;
    const elements = Array.isArray(given) ? readElements(key, given) : [given];
    // It would leave no trace, and the API would answer as if nothing had been asked for.
    if (elements.length === 0) refuse(key, "is empty");
    const name = encode(key, key);
    for (const element of elements) {
      const text = encode(key, element);
      if (name === undefined || text === undefined) {
        refuse(key, "must be a well-formed string or a finite number other than -0, or a boolean");
      }
      query += `${query ? "&" : "?"}${name}=${text}`;
    }
  }
  return query;
}

/** Writes a JSON object as a body; refuses what JSON would drop or change. */
export function serializeBody(body: unknown): string {
  return writeMembers("", readMembers("body", body));
}

/** Percent-encodes a value; undefined for one that a URL cannot hold: NaN, -0, an object, a lone surrogate. */
function encode(name: string, value: unknown): string | undefined {
  if (typeof value !== "string") refuseRounded(name, value);
  try {
    return isScalar(value) && !Object.is(value, -0) ? encodeURIComponent(value) : undefined;
  } catch {
    return undefined;
  }
}
