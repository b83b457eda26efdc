import type { Operation } from "@serviceform/types";
import type { Member } from "../request/plain-data.js";
import { styleOf, writeStyledQuery } from "../request/serialize-styled.js";

/** The query of a URL by its keys, in which arrays are repeated keys and objects are `key[property]`. */
export function readStyledQuery(operation: Operation, { searchParams }: URL): Record<string, unknown> {
  const query = new Map<string, unknown>();
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    const isOwn = (key: string): boolean => styleOf(operation, key) === "deepObject" && name.startsWith(`${key}[`);
    // Both names and properties can contain brackets, but no other parameter is called as a property of an object.
    const object = name.endsWith("]") ? operation.queryKeys.find(isOwn) : undefined;
    if (object === undefined) query.set(name, values);
    else {
      const property = name.slice(object.length + 1, -1);
      query.set(object, { ...Object(query.get(object)), [property]: values.length > 1 ? values : values[0] });
    }
  }
  return Object.fromEntries(query);
}

/** The URL with each query parameter in its own style. */
export function writeStyledUrl(operation: Operation, requestUrl: string): string {
  const members: Member[] = Object.entries(readStyledQuery(operation, new URL(requestUrl)));
  return requestUrl.replace(/\?.*/, "") + writeStyledQuery(operation, members);
}
