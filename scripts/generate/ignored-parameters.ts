import { type Document, type OperationObject, type Parameter, type Reference, resolve } from "../openapi/document.ts";
import { mapOperations } from "./document-operations.ts";
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
  return mapOperations(
    document,
    ({ object }) => leaveOut(document, object, [object], security),
    (item) => {
      const objects = Object.keys(item).filter(isMethod);
      return leaveOut(
        document,
        item,
        objects.map((method) => item[method] as OperationObject),
        security,
      );
    },
  );
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
