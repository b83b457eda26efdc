import { encodeQueryValue } from "./encode-value.js";
import { type Member, readMembers, readValues } from "./plain-data.js";

/**
 * Writes a query with its question mark, an array as a repeated key. Throws `InvalidInput` for values that would be
 * lost.
 */
export function serializeQuery(values: unknown): string {
  return writeQuery(readMembers("query", values));
}

/** The same from members that have been read. */
export function writeQuery(members: readonly Member[]): string {
  let query = "";
  for (const [key, value] of members) {
    if (value === undefined) continue;
    const name = encodeQueryValue(key, key);
    for (const one of readValues(key, value)) query += `${query ? "&" : "?"}${name}=${encodeQueryValue(key, one)}`;
  }
  return query;
}
