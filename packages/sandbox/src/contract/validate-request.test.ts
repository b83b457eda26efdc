import { expect, test } from "vitest";
import { call } from "../testing/call.js";
import { createSandbox } from "../testing/sandbox.js";

const items = "/flex/spaces/space-customers/items";

test.each([
  [`POST ${items}`, { primary_field: "Acme", email: "a@b.example" }, 'The body has the undeclared property "email".'],
  [`POST ${items}`, '{"primary_field":"","__proto__":{}}', 'The body has the undeclared property "__proto__".'],
  ["POST /chats", { "": 1 }, 'The body has the undeclared property "".'],
  [
    "POST /chats",
    { limit: 0, team: "Sales" },
    "The body is invalid at /limit. Expected: at least 1; received: number.",
  ],
])("%s with the body %j gets a sentence that names the property", async (what, body, message) => {
  const response = await call(createSandbox(), what, { body });
  expect(await response.json()).toEqual({ message });
});
