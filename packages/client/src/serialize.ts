import type { Operation } from "@serviceform/types";
import { InvalidInput } from "./invalid-input.js";
import type { CallOptions } from "./options.js";
import { assertExact, isScalar, type Member, readElements, readMembers } from "./plain-data.js";
import { writeMembers } from "./write-json.js";

type Values = Readonly<Record<string, unknown>>;

/** The input of a method by where its parts travel. */
export interface RequestParts {
  readonly path: Values;
  readonly query: readonly Member[];
  readonly body: readonly Member[] | undefined;
}

/** Splits an input into its parts. Throws `InvalidInput` for unknown and missing keys; `undefined` counts as missing. */
export function splitInput(operation: Operation, input: unknown = {}): RequestParts {
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
    else {
      const expected = [...pathKeys, ...queryKeys, ...bodyKeys].join(", ") || "none";
      throw new InvalidInput("unknown_input", key, `unknown input "${key}"; expected ${expected}`);
    }
    given.push(key);
  }
  for (const key of required) {
    if (!given.includes(key)) throw new InvalidInput("missing_input", key, `${key} is required`);
  }
  return { path, query, body: bodyKeys.length > 0 || emptyBody ? body : undefined };
}

/** Adds fields that the contract does not have. Throws `InvalidInput` for one that is an input or would not be sent. */
export function addExtra(
  { path, query, body }: RequestParts,
  extra: CallOptions["extra"],
  { method, pathKeys, queryKeys, bodyKeys }: Operation,
): RequestParts {
  const read = (name: string, fields: unknown = {}): Member[] => {
    const members = readMembers(name, fields);
    for (const [key] of members) {
      if (![...pathKeys, ...queryKeys, ...bodyKeys].includes(key)) continue;
      const param = `${name}.${key}`;
      throw new InvalidInput(
        "invalid_input",
        param,
        `${param} must not repeat an input; pass it in the first argument`,
      );
    }
    return members;
  };
  const fields = extra?.body;
  if (fields && !body && /GET|HEAD|DELETE/.test(method)) {
    throw new InvalidInput(
      "invalid_input",
      "extra.body",
      `extra.body must not be set; a ${method} request has no body`,
    );
  }
  return {
    path,
    query: [...query, ...read("extra.query", extra?.query)],
    body: fields ? [...(body ?? []), ...read("extra.body", fields)] : body,
  };
}

/**
 * Makes the function that fills in a path so that each value is exactly one segment of it. It throws `InvalidInput` for a
 * value that would change the path.
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
    if (plain && pattern.test(plain)) {
      throw new InvalidInput("unsafe_path_value", key, `${key} must not make the path of another operation`);
    }
    return path;
  };
}

function serializeSegment(key: string, value: unknown): string {
  const text = typeof value === "boolean" ? undefined : encode(key, value);
  if (text === undefined) {
    const message = `${key} must be a well-formed string or a finite number other than -0`;
    throw new InvalidInput("invalid_input", key, message);
  }
  // Servers and proxies resolve dot segments, also encoded ones: the request would reach another path.
  if (/^(\.|%2e){0,2}$/i.test(String(value))) {
    throw new InvalidInput("unsafe_path_value", key, `${key} must not be empty or a dot segment`);
  }
  return text;
}

/** Writes a query with its question mark, an array as a repeated key. Throws `InvalidInput` for what would be lost. */
export function serializeQuery(values: unknown): string {
  return writeQuery(readMembers("query", values));
}

/** The same from members that have been read. */
export function writeQuery(members: readonly Member[]): string {
  let query = "";
  for (const [key, given] of members) {
    if (given === undefined) continue;
    const elements = Array.isArray(given) ? readElements(key, given) : [given];
    // It would leave no trace, and the API would respond as if the parameter were absent.
    if (elements.length === 0) {
      throw new InvalidInput("invalid_input", key, `${key} must not be an empty array; leave it out`);
    }
    const name = encode(key, key);
    for (const element of elements) {
      const text = encode(key, element);
      if (name === undefined || text === undefined) {
        const message = `${key} must be a well-formed string, a finite number other than -0 or a boolean`;
        throw new InvalidInput("invalid_input", key, message);
      }
      query += `${query ? "&" : "?"}${name}=${text}`;
    }
  }
  return query;
}

/** Writes a JSON object as a body. Throws `InvalidInput` for what JSON would drop or change. */
export function serializeBody(body: unknown): string {
  return writeMembers("", readMembers("body", body));
}

/** Percent-encodes a value; undefined for one that a URL cannot hold: NaN, -0, an object, a lone surrogate. */
function encode(name: string, value: unknown): string | undefined {
  if (typeof value !== "string") assertExact(name, value);
  try {
    return isScalar(value) && !Object.is(value, -0) ? encodeURIComponent(value) : undefined;
  } catch {
    return undefined;
  }
}
