import { type DocumentOperation, readDocumentOperations } from "../differential/read-operations.ts";
import type { Json } from "../document.ts";
import { look } from "../look.ts";
import type { OpenApi } from "../render-files.ts";
import type { Schemas } from "../translate-schema.ts";

/** One operation of JSON, read without code of the client. */
export interface ReadOperation extends DocumentOperation {
  readonly id: string;
  /** The properties that its body has in a request. */
  readonly fields: { readonly properties: Schemas; readonly required: readonly string[] } | undefined;
  /** Of the success; undefined if there is no body. */
  readonly output: Json | undefined;
  readonly statuses: readonly number[];
}

export function readOperations(document: OpenApi): ReadOperation[] {
  const paths = document.paths as Readonly<Record<string, Readonly<Record<string, Json>>>>;
  return readDocumentOperations(document).map((operation) => {
    const { method, path, parameters, body, responses } = operation;
    const { operationId, responses: all } = paths[path]?.[method.toLowerCase()] ?? {};
    const { properties = {}, required = [] } = look(document, body?.schema);
    const isSent = ([, schema]: [string, Json]) => look(document, schema).readOnly !== true;
    const sent = Object.fromEntries(Object.entries(properties as Schemas).filter(isSent));
    const isKnown = (name: string) => Object.hasOwn(sent, name);
    return {
      ...operation,
      id: String(operationId),
      parameters: parameters.map((parameter) => ({ ...parameter, schema: look(document, parameter.schema) })),
      fields: body && { properties: sent, required: (required as string[]).filter(isKnown) },
      output: responses[0]?.content?.schema,
      statuses: Object.keys(Object(all)).map(Number),
    };
  });
}

/** The input of a method as one schema. */
export function inputSchema({ parameters, fields }: ReadOperation): Json {
  return {
    type: "object",
    properties: { ...fields?.properties, ...Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])) },
    required: [...parameters.filter(({ required }) => required).map(({ name }) => name), ...(fields?.required ?? [])],
    additionalProperties: false,
  };
}

/** An input as parsed from a URL, which has no types and no arrays of one element. */
export function asReceived({ parameters }: ReadOperation, input: Json): Json {
  const read = ([key, value]: [string, unknown]): [string, unknown] => {
    const schema = parameters.find(({ name }) => name === key)?.schema;
    if (schema === undefined) return [key, value];
    const { type } = (schema.type === "array" ? schema.items : schema) as Json;
    const values = [value].flat().map((element) => parse(type, String(element)));
    return [key, schema.type === "array" || values.length > 1 ? values : values[0]];
  };
  return Object.fromEntries(Object.entries(input).map(read));
}

function parse(type: unknown, text: string): unknown {
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  const isNumeric = (type === "number" || type === "integer") && text.trim() !== "" && !Number.isNaN(Number(text));
  return isNumeric ? Number(text) : text;
}
