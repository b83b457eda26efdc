import type { Plan } from "./plan.ts";
import { createRoutes } from "./route.ts";

/** Every path as a regular expression, in the order in which they match. */
export function renderRoutes({ operations }: Plan): string {
  const paths = [...new Set(operations.map(({ path }) => path))];
  const entries = createRoutes(paths).map(({ path, keys, pattern }) => {
    const expression = `/${pattern.replaceAll("/", "\\/")}/`;
    return `  { path: ${JSON.stringify(path)}, keys: ${JSON.stringify(keys)}, pattern: ${expression} },\n`;
  });
  return `import type { Route } from "../route.js";

/** The paths of the contract, in the order in which they match. */
export const routes: readonly Route[] = [
${entries.join("")}];
`;
}
