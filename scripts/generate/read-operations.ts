import type { Document, OperationObject } from "./document.ts";
import type { Operation } from "./operation.ts";
import { readBody } from "./read-body.ts";
import { readParameters } from "./read-parameters.ts";
import { readResponses } from "./read-responses.ts";
import type { Source } from "./source.ts";
import { type Problem, SpecError } from "./spec-error.ts";

const METHODS = { get: "GET", put: "PUT", post: "POST", delete: "DELETE", patch: "PATCH" } as const;
const PATH_ITEM_KEYS = new Set(["parameters", "summary", "description"]);
const OPERATION_KEYS = new Set([
  ...["operationId", "tags", "summary", "description", "externalDocs", "deprecated"],
  ...["parameters", "requestBody", "responses"],
]);
/** Names that the client uses itself or that mean something to JavaScript: a `then` makes a client a promise. */
const RESERVED_IDS = new Set([
  "request",
  "safe",
  "stream",
  "then",
  "toJSON",
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** Reads every operation; throws one `SpecError` that lists every construct that the client could not serve correctly. */
export function readOperations(document: Document): Operation[] {
  const problems: Problem[] = [];
  const operations: Operation[] = [];
  const ids = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const key of Object.keys(item)) {
      const title = isMethod(key) ? `${METHODS[key]} ${path}` : path;
      const file = `paths/${path.slice(1).replaceAll("/", "_")}.yaml`;
      const refuse = (sentence: string): void => void problems.push({ file, key, sentence: `${title} ${sentence}` });
      if (isMethod(key)) {
        const object = item[key] as OperationObject;
        const id = readId(object, ids, refuse);
        if (id !== undefined) operations.push(readOperation(id, { document, path, method: key, item, object, refuse }));
      } else if (!PATH_ITEM_KEYS.has(key) && !key.startsWith("x-")) {
        refuse(`has "${key}", which the client does not support; remove it.`);
      }
    }
  }
  if (problems.length > 0) throw new SpecError(problems);
  return operations;
}

function readId(
  { operationId: id }: OperationObject,
  taken: Set<string>,
  refuse: Source["refuse"],
): string | undefined {
  if (id === undefined) return void refuse("has no operationId; name it verb + Noun, such as listLeads.");
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) return void refuse(`has the operationId "${id}"; write it in camelCase.`);
  if (RESERVED_IDS.has(id)) return void refuse(`has the operationId "${id}", which the client reserves; rename it.`);
  if (taken.has(id)) return void refuse(`repeats the operationId "${id}"; choose another.`);
  taken.add(id);
  return id;
}

function readOperation(id: string, source: Source): Operation {
  const { object, method, path, refuse } = source;
  for (const key of Object.keys(object)) {
    if (key === "security") refuse("sets its own security; the key is the same for every operation.");
    else if (key === "servers") refuse("sets its own servers; the server is the same for every operation.");
    else if (!OPERATION_KEYS.has(key) && !key.startsWith("x-"))
      refuse(`has "${key}", which the client does not support; remove it.`);
  }
  const parameters = readParameters(source);
  const body = readBody(source);
  for (const { name } of parameters)
    if (body?.properties.some((property) => property.name === name))
      refuse(`has a parameter and a body property named "${name}"; the input object can hold one only.`);
  const readsOnly = object["x-idempotent"] === true;
  if (readsOnly && method !== "post") refuse("has x-idempotent, which applies to POST only; remove it.");
  return {
    id,
    method: METHODS[method],
    path,
    summary: object.summary ?? "",
    description: object.description ?? "",
    deprecated: object.deprecated === true,
    parameters,
    body,
    ...readResponses(source),
    idempotent: readsOnly || method === "get" || method === "put" || method === "delete",
    writes: !readsOnly && method !== "get",
  };
}

function isMethod(name: string): name is keyof typeof METHODS {
  return Object.hasOwn(METHODS, name);
}
