import { schemas } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { redactPersonal } from "./redact-personal.js";

const redact = (value: string): string => `#${value}`;

test("personal fields are redacted in any case, and keys stay", () => {
  const lead = { id: "a", email: "Jane@Example.com", duration: 5, name: "", phone: null, uid: "u" };
  expect(redactPersonal(lead, "Lead", redact)).toEqual({ ...lead, email: "#jane@example.com" });
});

test("personal fields of nested objects are redacted", () => {
  const lead = { id: "a", history: [{ id: "m", message: "Hi", type: "text" }] };
  const redacted = redactPersonal(lead, "Lead", redact);
  expect(redacted).toEqual({ id: "a", history: [{ id: "m", message: "#hi", type: "text" }] });
});

test("fields that the contract does not know are redacted", () => {
  expect(redactPersonal({ id: "a", nickname: "J", constructor: { b: 1 } }, "Lead", redact)).toEqual({
    id: "a",
    nickname: "#j",
    constructor: '#{"b":1}',
  });
});

test("no personal field of the contract keeps its value", () => {
  for (const [name, { fields }] of Object.entries(schemas)) {
    const personal = Object.entries(fields).filter(([, field]) => field.personal);
    const element = Object.fromEntries(personal.map(([field]) => [field, "secret"]));
    expect(JSON.stringify(redactPersonal(element, name, redact)).match(/(?<!#)secret/g) ?? []).toEqual([]);
  }
});
