import type { Document } from "../openapi/document.ts";
import { toTypescript } from "./to-typescript.ts";

/** `paths`, `components` and `operations`, as openapi-typescript writes them. */
export async function renderPaths(document: Document): Promise<string> {
  const { astToString } = await import("openapi-typescript");
  return astToString(await toTypescript(document));
}
