import type { Json } from "../document.ts";
import { look } from "../look.ts";
import type { OpenApi } from "../render-files.ts";
import type { Schemas } from "../translate-schema.ts";

/** One operation, read without code of the client. */
export interface ReadOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Json;
  }[];
  /** The properties that a request has. */
  readonly body: { readonly properties: Schemas; readonly required: readonly string[] } | undefined;
  /** Of the success; undefined if there is no body. */
  readonly output: Json | undefined;
  readonly statuses: readonly number[];
}

export function readOperations(document: OpenApi): ReadOperation[] {
  const follow = (value: unknown) => look(document, value);
  const schemaOf = (owner: Json): Json =>
    ((owner.content as Record<string, Json>)["application/json"]?.schema ?? {}) as Json;
  return Object.entries(document.paths as Record<string, Json>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const { operationId, parameters, requestBody, responses } = operation as {
        operationId: string;
        parameters: Json[];
        requestBody?: Json;
        responses: Record<string, Json>;
      };
      const success = follow(responses[200] ?? responses[204]);
      const { properties = {}, required = [] } = requestBody ? follow(schemaOf(follow(requestBody))) : {};
      const isSent = ([, schema]: [string, Json]) => follow(schema).readOnly !== true;
      const sent = Object.fromEntries(Object.entries(properties as Schemas).filter(isSent));
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        parameters: parameters.map((parameter) => {
          const { name, in: place, required, schema } = follow(parameter);
          return { name: String(name), in: String(place), required: required === true, schema: follow(schema) };
        }),
        body: requestBody && {
          properties: sent,
          required: (required as string[]).filter((name) => Object.hasOwn(sent, name)),
        },
        output: success.content ? schemaOf(success) : undefined,
        statuses: Object.keys(responses).map(Number),
      };
    }),
  );
}

/** The input of a method as one schema. */
export function inputSchema({ parameters, body }: ReadOperation): Json {
  return {
    type: "object",
    properties: { ...body?.properties, ...Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])) },
    required: [...parameters.filter(({ required }) => required).map(({ name }) => name), ...(body?.required ?? [])],
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
