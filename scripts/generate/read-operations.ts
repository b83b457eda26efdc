import {
  type Document,
  type OperationObject,
  type Parameter,
  type PathItem,
  type Reference,
  referenceName,
  resolve,
  type Schema,
} from "./document.ts";
import type { InputParameter, Operation } from "./operation.ts";
import { SpecError } from "./spec-error.ts";

const METHODS = { get: "GET", put: "PUT", post: "POST", delete: "DELETE", patch: "PATCH" } as const;
const OTHER_METHODS = ["head", "options", "trace"];
/** Names that a client has for itself or that JavaScript gives a meaning to (a `then` makes a client a promise). */
const RESERVED_IDS = new Set(["safe", "stream", "then", "constructor", "toString", "toJSON", "valueOf"]);
const JSON_TYPE = "application/json";

/** Reads every operation; throws one `SpecError` that lists all constructs the client could not serve truly. */
export function readOperations(document: Document): Operation[] {
  const problems: string[] = [];
  const operations: Operation[] = [];
  const ids = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of Object.keys(item)) {
      const refuse = (sentence: string): void => {
        problems.push(`spec/paths/${fileOf(path)}: ${method.toUpperCase()} ${path} ${sentence}`);
      };
      if (OTHER_METHODS.includes(method)) refuse("is a method the client does not offer; remove it.");
      if (!isMethod(method)) continue;
      const object = item[method] as OperationObject;
      const id = object.operationId;
      if (id === undefined) refuse("has no operationId; name it verb + Noun, such as listLeads.");
      else if (!/^[a-z][A-Za-z0-9]*$/.test(id)) refuse(`has the operationId "${id}"; write it in camelCase.`);
      else if (RESERVED_IDS.has(id)) refuse(`has the operationId "${id}", which the client needs itself; rename it.`);
      else if (ids.has(id)) refuse(`repeats the operationId "${id}"; give it one of its own.`);
      else {
        ids.add(id);
        operations.push(readOperation({ document, path, method, item, object, id, refuse }));
      }
    }
  }
  if (problems.length > 0) throw new SpecError(problems.join("\n"));
  return operations;
}

interface Source {
  document: Document;
  path: string;
  method: keyof typeof METHODS;
  item: PathItem;
  object: OperationObject;
  id: string;
  refuse: (sentence: string) => void;
}

function readOperation(source: Source): Operation {
  const { object, method, path, id, refuse } = source;
  const parameters = readParameters(source);
  const body = readBody(source);
  refuseClashes(parameters, body?.keys ?? [], refuse);
  if (object.security !== undefined) refuse("sets a security of its own; the key is the same for every operation.");
  const marked = object["x-idempotent"] === true;
  if (marked && method !== "post") refuse("bears x-idempotent, which says something about POST only; remove it.");
  return {
    id,
    method: METHODS[method],
    path,
    summary: object.summary ?? "",
    description: object.description ?? "",
    parameters,
    body,
    ...readResponses(source),
    idempotent: marked || method === "get" || method === "put" || method === "delete",
    writes: !marked && method !== "get",
  };
}

function readParameters({ document, item, object, path, refuse }: Source): InputParameter[] {
  const parameters = new Map<string, InputParameter>();
  for (const given of [...(item.parameters ?? []), ...(object.parameters ?? [])]) {
    const parameter = resolve<Parameter>(document, given);
    const { name, required = false, description = "" } = parameter;
    const place = parameter.in;
    if (place !== "path" && place !== "query") {
      refuse(`has the ${place} parameter "${name}"; only path and query parameters are supported.`);
      continue;
    }
    const type = parameter.schema === undefined ? undefined : valueType(document, parameter.schema, place);
    if (type === undefined) {
      refuse(
        `has the parameter "${name}" of a type that cannot be sent; use a string, number, boolean or, in the query, an array of these.`,
      );
      continue;
    }
    const { style, explode = true, allowReserved = false, content } = parameter;
    const plain = place === "path" ? "simple" : "form";
    if ((style ?? plain) !== plain || (place === "query" && !explode) || allowReserved || content !== undefined) {
      refuse(
        `serializes the parameter "${name}" in a way that is not supported; leave style, explode and allowReserved at their defaults.`,
      );
    }
    const earlier = parameters.get(name);
    if (earlier !== undefined && earlier.in !== place) {
      refuse(`has a path and a query parameter named "${name}"; the input object can hold one only.`);
    }
    parameters.set(name, { name, in: place, required, type, description });
  }
  for (const [, name = ""] of path.matchAll(/\{([^}]+)\}/g)) {
    if (parameters.get(name)?.in !== "path")
      refuse(`does not describe its path parameter "${name}"; add it to parameters.`);
  }
  return [...parameters.values()];
}

function readBody({ document, object, method, refuse }: Source): Operation["body"] {
  if (object.requestBody === undefined) return undefined;
  if (method === "get" || method === "delete") refuse("has a request body, which fetch cannot send with this method.");
  const { content } = resolve(document, object.requestBody);
  const schema = content[JSON_TYPE]?.schema;
  const name = schema && referenceName(schema);
  if (Object.keys(content).length !== 1 || schema === undefined || name === undefined) {
    refuse(`needs exactly one request body type, ${JSON_TYPE}, whose schema is a $ref to components/schemas.`);
    return undefined;
  }
  const { type, properties, required = [], additionalProperties, ...rest } = resolve<Schema>(document, schema);
  if (type !== "object" || properties === undefined || additionalProperties !== false || isComposed(rest)) {
    refuse(
      `takes the body ${name}, which must be a closed object: type object, properties, additionalProperties false, no allOf, oneOf or anyOf.`,
    );
    return undefined;
  }
  return { name, keys: Object.keys(properties), required };
}

function readResponses({ document, object, refuse }: Source): Pick<Operation, "output" | "errors"> {
  const successes: Operation["output"][] = [];
  const errors: Operation["errors"] = [];
  for (const [code, given] of Object.entries(object.responses)) {
    const status = Number(code);
    const { description, content } = resolve(document, given);
    if (!Number.isInteger(status) || (status >= 300 && status < 400) || status < 200) {
      refuse(`answers with "${code}"; write out each 2xx, 4xx and 5xx status.`);
    } else if (
      content !== undefined &&
      (Object.keys(content).length !== 1 || content[JSON_TYPE]?.schema === undefined)
    ) {
      refuse(`answers ${code} with something else than one ${JSON_TYPE} schema, which is not supported.`);
    } else if (status < 300) {
      successes.push(readOutput(document, content?.[JSON_TYPE]?.schema, code, refuse));
    } else {
      const schema = content?.[JSON_TYPE]?.schema;
      const name = schema && referenceName(schema);
      if (schema !== undefined && name === undefined)
        refuse(`answers ${code} with a schema without a name; put it into components/schemas.`);
      errors.push({ status, description, schema: name });
    }
  }
  const [output = { answers: "nothing" }, ...others] = successes;
  if (successes.length === 0) refuse("has no success response; add one with a 2xx status.");
  if (others.length > 0) refuse("has several success responses, which is not supported; keep one.");
  return { output, errors };
}

function readOutput(
  document: Document,
  schema: Schema | Reference | undefined,
  code: string,
  refuse: (sentence: string) => void,
): Operation["output"] {
  if (schema === undefined) return { answers: "nothing" };
  const resolved = resolve<Schema>(document, schema);
  const name =
    resolved.type === "array" && !("$ref" in schema) && resolved.items
      ? referenceName(resolved.items)
      : referenceName(schema);
  if (name === undefined || (resolved.type !== "array" && resolved.type !== "object")) {
    refuse(
      `answers ${code} with a schema that is neither a named object nor an array of one; put it into components/schemas.`,
    );
    return { answers: "nothing" };
  }
  if (resolved.type === "array" && "$ref" in schema) {
    refuse(`answers ${code} with the named array ${name}; write type: array in place and name its element.`);
  }
  return { answers: resolved.type, schema: name };
}

function refuseClashes(parameters: InputParameter[], bodyKeys: string[], refuse: (sentence: string) => void): void {
  for (const { name } of parameters) {
    if (bodyKeys.includes(name))
      refuse(`has a parameter and a body property named "${name}"; the input object can hold one only.`);
  }
}

function valueType(document: Document, given: Schema | Reference, place: "path" | "query"): string | undefined {
  const { type, enum: values, items, nullable, ...rest } = resolve<Schema>(document, given);
  if (isComposed(rest) || nullable === true) return undefined;
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (type === "string" || type === "boolean") return type;
  if (type === "integer" || type === "number") return "number";
  if (type !== "array" || items === undefined || place === "path") return undefined;
  const item = valueType(document, items, "path");
  return item?.includes("|") ? `(${item})[]` : item && `${item}[]`;
}

function isComposed(schema: Schema): boolean {
  return "allOf" in schema || "oneOf" in schema || "anyOf" in schema;
}

function isMethod(name: string): name is keyof typeof METHODS {
  return Object.hasOwn(METHODS, name);
}

function fileOf(path: string): string {
  return `${path.slice(1).replaceAll("/", "_")}.yaml`;
}
