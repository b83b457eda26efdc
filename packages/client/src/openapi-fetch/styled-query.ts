import type { Operation } from "@serviceform/types";
import type { Member } from "../request/plain-data.js";
import { styleOf, writeStyledQuery } from "../request/serialize-styled.js";

/** The query of a URL by its keys, in which arrays are repeated keys and objects are `key[property]`. */
export function readStyledQuery(operation: Operation, { searchParams }: URL): Record<string, unknown> {
  const { queryKeys } = operation;
  const query: Record<string, unknown> = {};
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    const isOwn = (key: string): boolean => styleOf(operation, key) === "deepObject" && name.startsWith(`${key}[`);
    // Both names and properties can contain brackets.
    const object = queryKeys.includes(name) || !name.endsWith("]") ? undefined : queryKeys.find(isOwn);
    if (object !== undefined)
      query[object] = { ...Object(query[object]), [name.slice(object.length + 1, -1)]: values[0] };
    else query[name] = values.length > 1 || styleOf(operation, name) ? values : values[0];
  }
  return query;
}

/** The URL with each query parameter in its own style. */
export function writeStyledUrl(operation: Operation, requestUrl: string): string {
  const members: Member[] = Object.entries(readStyledQuery(operation, new URL(requestUrl)));
  return requestUrl.replace(/\?.*$/, "") + writeStyledQuery(operation, members);
}
