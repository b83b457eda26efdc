import { toPointer } from "../../openapi/pointer.ts";
import { keysAt, locate } from "./locate.ts";
import { splitPlace, toPlace, within } from "./place.ts";
import type { SourceFiles } from "./source-files.ts";

/** Also those that the client does not offer. */
const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
/** The fields of a path that apply to each of its operations. */
export const SHARED = ["$ref", "parameters", "servers", "summary", "description"];

export interface ListedOperation {
  /** Such as `GET /pets`. */
  readonly title: string;
  readonly path: string;
  /** The JSON pointer by path and method. */
  readonly pointer: string;
  /** Where it is, which can be in another path or file. */
  readonly place: string;
  /** The places of the operation, of what its path gives it, and of its security. */
  readonly needs: readonly string[];
}

/** Every operation of a document; two paths can have the same one, by reference. */
export function listOperations(files: SourceFiles): ListedOperation[] {
  const paths = toPlace(files.root, "#/paths");
  const names = keysAt(files, paths).filter((path) => !path.startsWith("x-"));
  return names.flatMap((path) => {
    const items = listItems(files, within(paths, path));
    const shared = items.flatMap((item) => SHARED.map((key) => within(item, key)));
    const places = new Map<string, string>();
    for (const item of items.toReversed())
      for (const method of keysAt(files, item).filter((key) => METHODS.has(key)))
        places.set(method, within(item, method));
    return [...places].map(([method, place]) => {
      const needs = [place, ...shared, ...listSecurity(files, place)];
      const pointer = toPointer(["paths", path, method]);
      return { title: `${method.toUpperCase()} ${path}`, path, pointer, place, needs };
    });
  });
}

/** The place of a path, and those that it refers to. */
export function listItems(files: SourceFiles, place: string): string[] {
  const items = [place];
  // The list grows while it is read.
  for (const item of items) {
    const { $ref } = Object(locate(files, item).value) as { $ref?: unknown };
    if (typeof $ref !== "string") continue;
    const target = locate(files, files.resolve(splitPlace(item).file, $ref)).place;
    if (!items.includes(target)) items.push(target);
  }
  return items;
}

function listSecurity(files: SourceFiles, place: string): string[] {
  const { security: own } = Object(locate(files, place).value) as { security?: unknown };
  const root = toPlace(files.root, "#/security");
  const requirements = own ?? locate(files, root).value;
  const schemes = Array.isArray(requirements) ? requirements.flatMap((one) => Object.keys(Object(one))) : [];
  const section = toPlace(files.root, "#/components/securitySchemes");
  return [...(own === undefined ? [root] : []), ...schemes.map((name) => within(section, name))];
}
