import { type Condition, validateCondition } from "@serviceform/records";
import { InvalidInput } from "../input/invalid-input.js";
import { quote } from "../input/quote.js";
import type { Input } from "../input/validate-input.js";
import type { Settings } from "../options.js";
import type { ListOperation } from "../tools/list-operation.js";

const PARTS = ["field", "op", "value"];

/**
 * Parses the conditions of `where`. Throws `InvalidInput` for an unknown field or an invalid operator: while personal
 * data is withheld, any comparison except `=` would reveal it step by step.
 */
export function parseConditions(
  { schemas, element }: ListOperation,
  where: readonly Input[],
  { personal }: Pick<Settings, "personal">,
): Condition[] {
  return where.map((given, index) => {
    const missing = PARTS.find((name) => given[name] === undefined);
    if (missing !== undefined) throw new InvalidInput(`where[${index}].${missing} is required`);
    const other = Object.keys(given).find((name) => !PARTS.includes(name));
    if (other !== undefined)
      throw new InvalidInput(`unknown ${quote(other)} in where[${index}]; expected ${PARTS.join(", ")}`);
    if (!/^(string|number|boolean)$/.test(typeof given.value))
      throw new InvalidInput(`where[${index}].value must be a string, a number or a boolean`);

    const condition = validate(given as unknown as Condition, element, schemas);
    const { field, op } = condition;
    if (personal !== "full" && op !== "=" && isPersonal(schemas, element, field)) {
      throw new InvalidInput(`where[${index}].op must be = for ${field}, which is personal data`);
    }
    return condition;
  });
}

function validate(condition: Condition, element: string, schemas: ListOperation["schemas"]): Condition {
  try {
    return validateCondition(condition, element, { schemas });
  } catch (error) {
    throw new InvalidInput(error instanceof Error ? error.message : String(error));
  }
}

/** Whether a field is personal, or contains a personal field at any depth. */
function isPersonal(
  schemas: ListOperation["schemas"],
  schema: string,
  name: string,
  seen: readonly string[] = [],
): boolean {
  const field = schemas[schema]?.fields[name];
  if (!field || field.personal) return true;
  const { schema: inner } = field;
  if (inner === undefined || seen.includes(inner)) return false;
  const names = Object.keys(schemas[inner]?.fields ?? {});
  return names.some((one) => isPersonal(schemas, inner, one, [...seen, inner]));
}
