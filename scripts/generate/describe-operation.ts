import {
  type Document,
  type Parameter,
  type Reference,
  referenceName,
  resolve,
  type Schema,
} from "../openapi/document.ts";
import { type InputKey, type Operation, requiredKeys } from "./operation.ts";
import type { SchemaConstants } from "./schema-constants.ts";

/** The `OperationDescription` of an operation. */
export function describeOperation(document: Document, operation: Operation, schemas: SchemaConstants): object {
  const { id, method, path, summary, description, output } = operation;
  const object = document.paths[path]?.[method.toLowerCase()] as { "x-noun"?: string };
  const [, verb = id, rest = ""] = /^([a-z]+)(.*)$/.exec(id) ?? [];
  const [success, ...others] = output.sources;
  return {
    title: summary || id,
    description,
    noun: object["x-noun"] ?? (toKebabCase(rest) || id),
    verb,
    input: describeInput(document, operation, schemas),
    output: success && schemas.convertRoot(others.length === 0 ? success : { anyOf: output.sources }),
    element: elementOf(document, operation),
    destructive: method === "DELETE",
  };
}

/** The name of the schema of an element, of a list or of its pages. */
function elementOf(document: Document, { output, pagination }: Operation): string | undefined {
  if (pagination !== undefined) return pagination.element.names.find((name) => name === pagination.element.text);
  const [success, ...others] = output.sources;
  const { items } = success && output.element ? resolve<Schema>(document, success) : {};
  return items && others.length === 0 ? referenceName(items) : undefined;
}

/** The schema of the method's input. */
function describeInput(document: Document, operation: Operation, schemas: SchemaConstants): object {
  const { parameters, body } = operation;
  const { properties = {} } = body && !body.isWhole ? resolve<Schema>(document, body.source) : {};
  const ofBody = ({ name, description }: InputKey): Schema | Reference =>
    body?.isWhole ? withDescription(document, body.source, description) : (properties[name] ?? {});
  const given = [
    ...parameters.map(({ name, source }) => [name, parameterSchema(document, source)] as const),
    ...(body?.properties ?? []).map((key) => [key.name, ofBody(key)] as const),
  ];
  const converted = Object.fromEntries(given.map(([name, schema]) => [name, schemas.convert(schema)]));
  const required = requiredKeys(operation);
  return {
    type: "object",
    properties: converted,
    ...(required.length > 0 && { required }),
    ...(body?.isOpen !== true && { additionalProperties: false }),
    ...schemas.definitions(given.map(([, schema]) => schema)),
  };
}

/** A schema, with the description of its body if it has none. */
function withDescription(document: Document, source: Schema | Reference, description: string): Schema | Reference {
  const schema = resolve<Schema>(document, source);
  return schema.description === undefined && description !== "" ? { ...schema, description } : source;
}

/** A parameter as a property: its own description has priority over that of its schema. */
function parameterSchema(document: Document, { schema = {}, ...parameter }: Parameter): Schema {
  const { description = "", example } = parameter;
  return {
    ...resolve<Schema>(document, schema),
    ...(description !== "" && { description }),
    ...(example !== undefined && { example }),
  };
}

function toKebabCase(name: string): string {
  return name.replaceAll(/([a-z0-9])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$2-").toLowerCase();
}
