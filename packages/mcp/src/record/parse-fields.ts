import { columnsOf, summaryFields } from "@serviceform/records";
import { InvalidInput } from "../input/invalid-input.js";
import { quote } from "../input/quote.js";
import type { ListOperation } from "../tools/list-operation.js";

/** The fields that a list shows: the named fields, or the summary if none is named. Throws `InvalidInput` for an unknown field. */
export function parseFields(
  { schemas, element }: ListOperation,
  fields: readonly string[] | undefined,
): readonly string[] {
  if (!fields?.length) return summaryFields(element, schemas);

  const known = columnsOf(element, schemas).map(({ name }) => name);
  const unknown = fields.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new InvalidInput(`unknown field ${quote(unknown)}; expected ${known.join(", ")}`);
  return fields;
}
