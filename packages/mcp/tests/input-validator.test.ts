import { expect, test } from "vitest";
import { InputValidator } from "../src/input/input-validator.js";

const form = { type: "object", properties: { confirm: { type: "boolean" } }, additionalProperties: false } as const;
const validate = new InputValidator().getValidator(form);

test("a form that the user filled in is valid", () => {
  expect(validate({ confirm: true })).toEqual({ valid: true, data: { confirm: true } });
  expect(validate({})).toMatchObject({ valid: true });
});

test.for([
  [{ confirm: "yes" }, "confirm must be a boolean"],
  [{ other: 1 }, 'unknown parameter "other"; expected confirm'],
])("%o is invalid", ([input, errorMessage]) => {
  expect(validate(input)).toMatchObject({ valid: false, errorMessage });
});
