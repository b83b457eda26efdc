import type { Document } from "../../openapi/document.ts";
import { mapOperations, operationsOf } from "../document-operations.ts";
import type { METHODS } from "../methods.ts";
import { RESERVED_NAMES } from "./reserved-names.ts";
import { firstFree, toCamelCase, toPascalCase } from "./words.ts";

/** Names that the client uses, or that have a meaning in JavaScript: a `then` would make a client a thenable. */
const RESERVED_IDS = new Set([
  ...["request", "safe", "stream", "then", "toJSON"],
  ...Object.getOwnPropertyNames(Object.prototype),
]);

const VERBS = { get: "get", post: "create", put: "update", patch: "update", delete: "delete" } as const;

/** Gives each operation an operationId that is a valid name of a method; valid ones are kept. */
export function nameOperations(document: Document): Document {
  const operations = operationsOf(document);
  const kept = operations.map(({ object }) => object.operationId).filter((id) => id !== undefined && isUsable(id));
  const taken = new Set(kept);
  const ids = new Map<string, string>();
  for (const { path, method, object } of operations) {
    if (object.operationId !== undefined && isUsable(object.operationId)) continue;
    const id = firstFree(deriveId(object.operationId, method, path), (name) => !taken.has(name));
    taken.add(id);
    ids.set(`${method} ${path}`, id);
  }
  // By method and path, since paths can share an operation.
  return mapOperations(document, ({ path, method, object }) => {
    const operationId = ids.get(`${method} ${path}`);
    return operationId === undefined ? object : { ...object, operationId };
  });
}

/** The input of `headers` would be the type `HeadersInput`, which the client exports in another sense. */
function isUsable(id: string): boolean {
  return /^[a-z][A-Za-z0-9]*$/.test(id) && !RESERVED_IDS.has(id) && !RESERVED_NAMES.has(`${toPascalCase(id)}Input`);
}

/** The operationId in camelCase, or else verb and path: `GET /teams/{teamId}/logs` is `getTeamsByTeamIdLogs`. */
function deriveId(given: string | undefined, method: keyof typeof METHODS, path: string): string {
  const id = toCamelCase(given ?? "");
  if (isUsable(id)) return id;
  if (id !== "") return `${VERBS[method]}${toPascalCase(id)}`;
  const words = path.split("/").map((segment) => segment.replaceAll(/\{([^}]*)\}/g, " by $1"));
  return `${VERBS[method]}${words.map(toPascalCase).join("")}`;
}
