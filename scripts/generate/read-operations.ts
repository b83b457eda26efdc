import type { Document, OperationObject, PathItem, Server } from "../openapi/document.ts";
import { escapePointer, toPointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";
import { checkPath } from "./check-path.ts";
import { createShadowFinder } from "./find-shadow.ts";
import { isMethod, METHODS } from "./methods.ts";
import type { Operation } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { readBody } from "./read-body.ts";
import { readPagination } from "./read-pagination.ts";
import { readParameters } from "./read-parameters.ts";
import { readResponses } from "./read-responses.ts";
import type { SecurityReader } from "./read-security.ts";
import { readServerUrl } from "./read-server.ts";
import type { SpecIssue } from "./spec-error.ts";

const PATH_ITEM_KEYS = new Set(["parameters", "summary", "description", "servers"]);
/** The fields that are read, documentation, and callbacks, which are requests to the caller. */
const OPERATION_KEYS = new Set([
  ...["operationId", "tags", "summary", "description", "externalDocs", "deprecated", "callbacks"],
  ...["parameters", "requestBody", "responses", "security", "servers"],
]);

/** Reads every operation, and adds an issue for every unsupported construct. */
export function readOperations(document: Document, security: SecurityReader, issues: SpecIssue[]): Operation[] {
  const operations: Operation[] = [];
  const ids = new Set<string>();
  const shapes = new Map<string, string>();
  const paths = Object.keys(document.paths);
  const findShadow = createShadowFinder(paths);
  for (const path of paths) {
    const item = document.paths[path] as PathItem;
    const itemPointer = toPointer(["paths", path]);
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
        const context = { document, security, path, method: key, item, object, itemPointer, pointer, addIssue };
        operations.push({ ...readOperation(id, context), shadow: findShadow(path) });
      } else if (!PATH_ITEM_KEYS.has(key) && !key.startsWith("x-")) {
        addIssueAs(path, pointer)(`has "${key}", which the client does not support; remove it.`);
      }
    }
  }
  return operations;
}

function readId({ operationId: id = "" }: OperationObject, taken: Set<string>, addIssue: AddIssue): string {
  if (taken.has(id)) addIssue(`repeats the operationId "${id}"; choose another.`);
  taken.add(id);
  return id;
}

function readOperation(id: string, context: OperationContext): Omit<Operation, "shadow"> {
  const { object, method, path, pointer, addIssue } = context;
  for (const key of Object.keys(object)) {
    const at = `${pointer}/${escapePointer(key)}`;
    if (!OPERATION_KEYS.has(key) && !key.startsWith("x-"))
      addIssue(`has "${key}", which the client does not support; remove it.`, at);
  }
  const parameters = readParameters(context);
  const body = readBody(context, new Set(parameters.map(({ name }) => name)));
  const responses = readResponses(context);
  return {
    id,
    method: METHODS[method],
    path,
    summary: object.summary ?? "",
    description: object.description ?? "",
    deprecated: object.deprecated === true,
    parameters,
    body,
    ...responses,
    ...readEffect(context),
    security: context.security.read(object, pointer, addIssue),
    serverUrl: readOwnServer(context),
    pagination: readPagination(context, { parameters, body, ...responses }),
  };
}

/** The server of an operation or of its path, if it differs from that of the document. */
function readOwnServer({ item, object, itemPointer, pointer, addIssue }: OperationContext): string | undefined {
  if (object.servers !== undefined) return readServerUrl(object.servers, `${pointer}/servers`, addIssue);
  if (item.servers !== undefined) return readServerUrl(item.servers as Server[], `${itemPointer}/servers`, addIssue);
  return undefined;
}

/** RFC 9110, 9.2: safe operations do not write and are idempotent; extensions can mark other methods. */
function readEffect({ object, method, pointer, addIssue }: OperationContext): Pick<Operation, "idempotent" | "writes"> {
  for (const key of ["x-idempotent", "x-safe"] as const) {
    const value: unknown = object[key];
    if (value === undefined) continue;
    if (method !== "post" && method !== "patch")
      addIssue(`has ${key}, which applies to POST and PATCH only; remove it.`, `${pointer}/${key}`);
    else if (typeof value !== "boolean") addIssue(`has ${key}, which must be true or false.`, `${pointer}/${key}`);
  }
  const isSafe = method === "get" || object["x-safe"] === true;
  const isIdempotent = isSafe || method === "put" || method === "delete" || object["x-idempotent"] === true;
  return { idempotent: isIdempotent, writes: !isSafe };
}
