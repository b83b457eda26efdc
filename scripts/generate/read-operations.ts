import type { Document, OperationObject, PathItem } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import { checkPath } from "./check-path.ts";
import { createShadowFinder } from "./find-shadow.ts";
import type { Operation } from "./operation.ts";
import type { AddIssue, OperationContext } from "./operation-context.ts";
import { readBody } from "./read-body.ts";
import { readParameters } from "./read-parameters.ts";
import { readResponses } from "./read-responses.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";

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
  const issues: SpecIssue[] = [];
  const operations = collectOperations(document, issues);
  if (issues.length > 0) throw new SpecError(issues);
  return operations;
}

/** The same, with the issues added to a list. */
export function collectOperations(document: Document, issues: SpecIssue[]): Operation[] {
  const operations: Operation[] = [];
  const ids = new Set<string>();
  const shapes = new Map<string, string>();
  const paths = Object.keys(document.paths);
  const findShadow = createShadowFinder(paths);
  for (const path of paths) {
    const item = document.paths[path] as PathItem;
    const itemPointer = `#/paths/${escapePointer(path)}`;
    const addIssueAs =
      (title: string, pointer: string): AddIssue =>
      (message, at = pointer) =>
        void issues.push({ pointer: at, message: `${title} ${message}` });
    checkPath(path, shapes, addIssueAs(path, itemPointer));
    for (const key of Object.keys(item)) {
      const pointer = `${itemPointer}/${escapePointer(key)}`;
      if (isMethod(key)) {
        const addIssue = addIssueAs(`${METHODS[key]} ${path}`, pointer);
        const object = item[key] as OperationObject;
        const id = readId(object, ids, (message) => addIssue(message, `${pointer}/operationId`));
        const source = { document, path, method: key, item, object, itemPointer, pointer, addIssue };
        operations.push({ ...readOperation(id, source), shadow: findShadow(path) });
      } else if (!PATH_ITEM_KEYS.has(key) && !key.startsWith("x-")) {
        addIssueAs(path, pointer)(`has "${key}", which the client does not support; remove it.`);
      }
    }
  }
  return operations;
}

function readId({ operationId: id }: OperationObject, taken: Set<string>, addIssue: AddIssue): string {
  if (id === undefined) {
    addIssue("has no operationId; name it verb + Noun, such as listLeads.");
    return "";
  }
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) addIssue(`has the operationId "${id}"; write it in camelCase.`);
  else if (RESERVED_IDS.has(id)) addIssue(`has the operationId "${id}", which the client reserves; rename it.`);
  else if (taken.has(id)) addIssue(`repeats the operationId "${id}"; choose another.`);
  taken.add(id);
  return id;
}

function readOperation(id: string, source: OperationContext): Omit<Operation, "shadow"> {
  const { object, method, path, pointer, addIssue } = source;
  for (const key of Object.keys(object)) {
    const at = `${pointer}/${escapePointer(key)}`;
    if (key === "security") addIssue("sets its own security; the key is the same for every operation.", at);
    else if (key === "servers") addIssue("sets its own servers; the server is the same for every operation.", at);
    else if (!OPERATION_KEYS.has(key) && !key.startsWith("x-"))
      addIssue(`has "${key}", which the client does not support; remove it.`, at);
  }
  const parameters = readParameters(source);
  const body = readBody(source);
  for (const { name } of parameters)
    if (body?.properties.some((property) => property.name === name))
      addIssue(`has a parameter and a body property named "${name}"; the input object can hold one only.`);
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
function readEffect({ object, method, pointer, addIssue }: OperationContext): Pick<Operation, "idempotent" | "writes"> {
  for (const key of ["x-idempotent", "x-safe"] as const) {
    if (object[key] !== undefined && method !== "post" && method !== "patch")
      addIssue(`has ${key}, which applies to POST and PATCH only; remove it.`, `${pointer}/${key}`);
  }
  const isSafe = method === "get" || object["x-safe"] === true;
  const isIdempotent = isSafe || method === "put" || method === "delete" || object["x-idempotent"] === true;
  return { idempotent: isIdempotent, writes: !isSafe };
}

function isMethod(name: string): name is keyof typeof METHODS {
  return Object.hasOwn(METHODS, name);
}
