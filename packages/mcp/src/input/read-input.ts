import type { JsonSchema } from "@serviceform/types/describe";
import { type Input, validateInput } from "./validate-input.js";
import { withParsedTexts } from "./with-parsed-texts.js";
import { withoutNulls } from "./without-nulls.js";

/**
 * The valid input of a tool, from arguments in any of the forms in which hosts pass them.
 *
 * @throws {InvalidInput} naming the first parameter that is unknown, missing or invalid
 */
export function readInput(schema: JsonSchema, received: Input): Input {
  const input = withoutNulls(schema, withParsedTexts(schema, received));
  validateInput(schema, input);
  return input;
}
