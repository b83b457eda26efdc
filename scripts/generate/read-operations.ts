import type { Document, OperationObject, PathItem } from "../openapi/document.ts";
import { escapePart } from "../openapi/pointer.ts";
import { checkPath } from "./check-path.ts";
import { createShadowFinder } from "./find-shadow.ts";
import type { Operation } from "./operation.ts";
import { readBody } from "./read-body.ts";
import { readParameters } from "./read-parameters.ts";
import { readResponses } from "./read-responses.ts";
import type { Refuse, Source } from "./source.ts";
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
  const operations = collectOperations(document, problems);
  if (problems.length > 0) throw new SpecError(problems);
  return operations;
}

/** The same, with the problems added to a list. */
export function collectOperations(document: Document, problems: Problem[]): Operation[] {
  const operations: Operation[] = [];
  const ids = new Set<string>();
  const shapes = new Map<string, string>();
  const paths = Object.keys(document.paths);
  const findShadow = createShadowFinder(paths);
  for (const path of paths) {
    const item = document.paths[path] as PathItem;
    const itemPointer = `#/paths/${escapePart(path)}`;
    const refuseAs =
      (title: string, pointer: string): Refuse =>
      (sentence, at = pointer) =>
        void problems.push({ pointer: at, sentence: `${title} ${sentence}` });
    checkPath(path, shapes, refuseAs(path, itemPointer));
    for (const key of Object.keys(item)) {
      const pointer = `${itemPointer}/${escapePart(key)}`;
      if (isMethod(key)) {
        const refuse = refuseAs(`${METHODS[key]} ${path}`, pointer);
        const object = item[key] as OperationObject;
        const id = readId(object, ids, (sentence) => refuse(sentence, `${pointer}/operationId`));
        const source = { document, path, method: key, item, object, itemPointer, pointer, refuse };
        operations.push({ ...readOperation(id, source), shadow: findShadow(path) });
      } else if (!PATH_ITEM_KEYS.has(key) && !key.startsWith("x-")) {
        refuseAs(path, pointer)(`has "${key}", which the client does not support; remove it.`);
      }
    }
  }
  return operations;
}

function readId({ operationId: id }: OperationObject, taken: Set<string>, refuse: Refuse): string {
  if (id === undefined) {
    refuse("has no operationId; name it verb + Noun, such as listLeads.");
    return "";
  }
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) refuse(`has the operationId "${id}"; write it in camelCase.`);
  else if (RESERVED_IDS.has(id)) refuse(`has the operationId "${id}", which the client reserves; rename it.`);
  else if (taken.has(id)) refuse(`repeats the operationId "${id}"; choose another.`);
  taken.add(id);
  return id;
}

function readOperation(id: string, source: Source): Omit<Operation, "shadow"> {
  const { object, method, path, pointer, refuse } = source;
  for (const key of Object.keys(object)) {
    const at = `${pointer}/${escapePart(key)}`;
    if (key === "security") refuse("sets its own security; the key is the same for every operation.", at);
    else if (key === "servers") refuse("sets its own servers; the server is the same for every operation.", at);
    else if (!OPERATION_KEYS.has(key) && !key.startsWith("x-"))
      refuse(`has "${key}", which the client does not support; remove it.`, at);
  }
  const parameters = readParameters(source);
  const body = readBody(source);
  for (const { name } of parameters)
    if (body?.properties.some((property) => property.name === name))
      refuse(`has a parameter and a body property named "${name}"; the input object can hold one only.`);
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
    ...readEffect(source),
  };
}

/** RFC 9110, 9.2: what is safe does not write and is therefore idempotent; a method that is not can be said to be. */
function readEffect({ object, method, pointer, refuse }: Source): Pick<Operation, "idempotent" | "writes"> {
  for (const key of ["x-idempotent", "x-safe"] as const) {
    if (object[key] !== undefined && method !== "post" && method !== "patch")
      refuse(`has ${key}, which applies to POST and PATCH only; remove it.`, `${pointer}/${key}`);
  }
  const isSafe = method === "get" || object["x-safe"] === true;
  const isIdempotent = isSafe || method === "put" || method === "delete" || object["x-idempotent"] === true;
  return { idempotent: isIdempotent, writes: !isSafe };
}

function isMethod(name: string): name is keyof typeof METHODS {
  return Object.hasOwn(METHODS, name);
}
