import type { JsonSchema } from "@serviceform/types/describe";
import type { Contract } from "../contract.js";
import { InvalidInput } from "../input/invalid-input.js";
import type { Input } from "../input/validate-input.js";
import type { ListOperation } from "./list-operation.js";

/** Parameters that one of the lists requires, such as the space of items. */
export function requiredParameters({ operations }: Contract, lists: readonly ListOperation[]): JsonSchema {
  const entries = lists.flatMap(({ operationId, noun, required }) =>
    required.map((name) => [name, { ...property(operations[operationId]?.input, name), description: `For ${noun}.` }]),
  );
  return Object.fromEntries(entries);
}

/** The list of a stream and the input for its operation. Throws `InvalidInput` for a parameter of another stream. */
export function readStream(
  lists: readonly ListOperation[],
  stream: unknown,
  parameters: Input,
): { readonly list: ListOperation; readonly request: Input } {
  const list = lists.find(({ noun }) => noun === stream);
  if (!list) throw new InvalidInput(`stream must be one of ${lists.map(({ noun }) => noun).join(", ")}`);
  const missing = list.required.find((name) => parameters[name] === undefined);
  if (missing !== undefined) throw new InvalidInput(`${missing} is required for ${list.noun}`);
  const other = Object.keys(parameters).find((name) => !list.required.includes(name));
  if (other !== undefined) throw new InvalidInput(`${other} must not be given for ${list.noun}`);
  return { list, request: parameters };
}

function property(schema: JsonSchema | undefined, name: string): JsonSchema {
  const { examples: _, description: __, ...rest } = Object(Object(schema?.properties)[name]) as JsonSchema;
  return rest;
}
