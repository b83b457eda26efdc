import { resolve, type Schema, type Shown } from "./document.js";

const FORMATS: Readonly<Record<string, string>> = {
  "date-time": "2024-08-30T05:48:46.195Z",
  date: "2024-08-30",
  uuid: "0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11",
  email: "jane.doe@example.com",
  uri: "https://www.example.com/",
};
/** Schemas can be recursive; below this depth, examples have required properties only. */
const DEEPEST = 4;

/** The example of a parameter or a body, else one from its schema. */
export function exampleOf({ example, examples = {}, schema = {} }: Shown): unknown {
  if (example !== undefined) return example;
  const [first] = Object.values(examples).map((one) => resolve(one).value);
  return first ?? exampleOfSchema(schema);
}

/** The schema's own example, else a valid value. */
export function exampleOfSchema(given: Schema, depth = 0): unknown {
  const schema = merge(resolve(given));
  const [shown] = [schema.example, schema.default, schema.enum?.[0]].filter((value) => value !== undefined);
  if (shown !== undefined) return shown;
  if (schema.properties || schema.type === "object") return exampleOfProperties(schema, depth + 1);
  switch (schema.type) {
    case "array":
      return depth < DEEPEST || schema.minItems ? [exampleOfSchema(schema.items ?? {}, depth + 1)] : [];
    case "integer":
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return true;
    default:
      return (FORMATS[schema.format ?? ""] ?? "text").padEnd(schema.minLength ?? 0, "x");
  }
}

function exampleOfProperties({ properties = {}, required = [] }: Schema, depth: number): object {
  const shown = Object.entries(properties).filter(([name]) => depth < DEEPEST || required.includes(name));
  return Object.fromEntries(shown.map(([name, property]) => [name, exampleOfSchema(property, depth)]));
}

/** All of `allOf` merged, and the first of the alternatives. */
export function merge({ allOf = [], anyOf: [any] = [], oneOf: [one] = [], ...schema }: Schema): Schema {
  const parts = [...allOf, any, one].filter((part) => part !== undefined).map((part) => merge(resolve(part)));
  if (parts.length === 0) return schema;
  const all = [...parts, schema];
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(({ properties }) => properties)),
    required: all.flatMap(({ required = [] }) => required),
  };
}
