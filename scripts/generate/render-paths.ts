import type { Node } from "typescript";

/** `paths`, `components` and `operations`, as openapi-typescript renders them. */
export async function renderPaths(nodes: readonly Node[]): Promise<string> {
  const { astToString } = await import("openapi-typescript");
  return astToString([...nodes]);
}
