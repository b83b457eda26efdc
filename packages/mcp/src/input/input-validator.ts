import type { JsonSchemaType, JsonSchemaValidator, jsonSchemaValidator } from "@modelcontextprotocol/server";
import type { JsonSchema } from "@serviceform/types/describe";
import { InvalidInput } from "./invalid-input.js";
import { type Input, validateInput } from "./validate-input.js";

/** Validates the input of users, with the interface of the SDK. */
export class InputValidator implements jsonSchemaValidator {
  getValidator<Value>(schema: JsonSchemaType): JsonSchemaValidator<Value> {
    return (input) => {
      try {
        validateInput(schema as JsonSchema, input as Input);
        return { valid: true, data: input as Value, errorMessage: undefined };
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        return { valid: false, data: undefined, errorMessage: error.message };
      }
    };
  }
}
