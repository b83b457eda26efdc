import { expect } from "vitest";

/** The error of an input that is rejected with a message, whose form determines its `param` and its `code`. */
export function rejectedInput(message: string): object {
  const forms = {
    unknown_input: /^unknown input "(.+?)"/,
    missing_input: /^(.+?) is required/,
    invalid_input: /^"?(.+?)"? must /,
  };
  const [code, pattern] = Object.entries(forms).find(([, form]) => form.test(message)) ?? [];
  const param = pattern?.exec(message)?.[1];
  return { name: "ConfigurationError", code, param, message: expect.stringContaining(message) };
}
