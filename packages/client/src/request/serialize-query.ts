import { InvalidInput } from "../errors/invalid-input.js";
import { encodeValue } from "./encode-value.js";
import { type Member, readElements, readMembers } from "./plain-data.js";

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
    const elements = Array.isArray(value) ? readElements(key, value) : [value];
    // It would not appear in the URL, and the API would respond as if the parameter were absent.
    if (elements.length === 0) {
      throw new InvalidInput("invalid_input", key, `${key} must not be an empty array; leave it out`);
    }
    const name = encodeValue(key, key);
    for (const element of elements) {
      const text = encodeValue(key, element);
      if (name === undefined || text === undefined) {
        const message = `${key} must be a well-formed string, a finite number other than -0 or a boolean`;
        throw new InvalidInput("invalid_input", key, message);
      }
      query += `${query ? "&" : "?"}${name}=${text}`;
    }
  }
  return query;
}
