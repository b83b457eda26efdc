import {
  type Document,
  type OperationObject,
  type Parameter,
  type PathItem,
  type Reference,
  resolve,
} from "../openapi/document.ts";
import { isMethod } from "./methods.ts";
import type { PlanScheme, SecurityReader } from "./read-security.ts";

/** OpenAPI 3.0: parameters of these names are ignored, since other fields describe them. */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** Whether an operation does not take a parameter, which OpenAPI ignores or which repeats one of its credentials. */
export function isIgnored({ name, in: place }: Parameter, credentials: readonly PlanScheme[]): boolean {
  if (place === "query") return credentials.some((one) => one.kind === "query" && one.name === name);
  if (place !== "header") return false;
  const header = name.toLowerCase();
  return IGNORED_HEADERS.has(header) || credentials.some((one) => one.kind === "header" && one.name === header);
}

/** The document without those parameters, which no type asks for. */
export function withoutIgnoredParameters(document: Document, security: SecurityReader): Document {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const objects = Object.entries(item).flatMap(([key, value]) => (isMethod(key) ? [value as OperationObject] : []));
    const own = Object.entries(item).map(([key, value]) => [
      key,
      isMethod(key) ? leaveOut(document, value as OperationObject, [value as OperationObject], security) : value,
    ]);
    return [path, leaveOut(document, Object.fromEntries(own) as PathItem, objects, security)];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

/** Without the parameters of an operation or path that all of these operations ignore. */
function leaveOut<Owner extends { parameters?: (Parameter | Reference)[] }>(
  document: Document,
  owner: Owner,
  objects: readonly OperationObject[],
  security: SecurityReader,
): Owner {
  if (owner.parameters === undefined) return owner;
  const credentials = objects.map((object) => security.credentialsOf(object));
  const parameters = owner.parameters.filter((given) => {
    const parameter = resolve<Parameter>(document, given);
    return !credentials.every((own) => isIgnored(parameter, own));
  });
  return { ...owner, parameters };
}
