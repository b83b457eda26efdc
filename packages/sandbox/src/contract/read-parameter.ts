import type { ParameterContract } from "@serviceform/types/contract";
import { deserialize, deserializeProperties } from "./deserialize.js";
import type { ParsedQuery } from "./parse-query.js";

/** The texts of a request that parameters are read from. */
export interface SentParameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: ParsedQuery;
  readonly headers: Headers;
}

/** The value of a parameter by its schema; undefined if the request does not have it. */
export function readParameter({ name, in: place, style, schema }: ParameterContract, sent: SentParameters): unknown {
  // No element contains a comma, so that it makes no difference that the texts are decoded.
  const split = (text: string): readonly string[] => (style === undefined ? [text] : text.split(","));
  switch (place) {
    case "path":
      return deserialize(schema, split(sent.path[name] ?? ""));
    case "query": {
      const value = sent.query.get(name);
      return value && (isList(value) ? deserialize(schema, value) : deserializeProperties(schema, value));
    }
    case "header": {
      const text = sent.headers.get(name);
      if (text === null) return undefined;
      return deserialize(
        schema,
        split(text).map((element) => element.trim()),
      );
    }
    default:
      throw place satisfies never;
  }
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}
