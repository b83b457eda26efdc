import { resolve } from "node:path";
import type { BaseResolver, Document } from "@redocly/openapi-core";
import { toPointer } from "../openapi/pointer.ts";
import { toPlace, within } from "./leave-out/place.ts";

/**
 * The places of the components that come from other files, by their pointers in the bundled document. The bundler moves
 * the values themselves, under names of its choice, so they are found by identity in the files that it read.
 */
export async function findOrigins(files: BaseResolver, specDir: string): Promise<ReadonlyMap<string, string>> {
  const root = resolve(specDir, "openapi.yaml");
  // A file that is missing or invalid has an issue of the lint.
  const read = await Promise.allSettled(files.cache.values());
  const documents = read.flatMap((one) => (one.status === "fulfilled" ? [one.value as Document] : []));
  const bundled: unknown = documents.find(({ source }) => source.absoluteRef === root)?.parsed;
  const components = listComponents(Object(bundled).components);
  const origins = new Map<string, string>();
  for (const { source, parsed } of documents) {
    if (source.absoluteRef === root) continue;
    for (const [value, place] of listValues(source.absoluteRef, parsed)) {
      const component = components.get(value);
      if (component !== undefined) origins.set(component, place);
    }
  }
  return origins;
}

function listComponents(sections: unknown): ReadonlyMap<unknown, string> {
  const entries = Object.entries(Object(sections) as Record<string, object>).flatMap(([section, values]) =>
    Object.entries(Object(values)).map(([name, value]) => [value, toPointer(["components", section, name])] as const),
  );
  return new Map(entries);
}

/** Every object of a file, once, with its place. */
function listValues(file: string, parsed: unknown): ReadonlyMap<object, string> {
  const found = new Map<object, string>();
  const visit = (value: unknown, place: string): void => {
    if (typeof value !== "object" || value === null || found.has(value)) return;
    found.set(value, place);
    for (const [key, inner] of Object.entries(value)) visit(inner, within(place, key));
  };
  visit(parsed, toPlace(file, "#"));
  return found;
}
