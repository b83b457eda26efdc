import { expect, test } from "vitest";
import { redactPersonal } from "./redact-personal.js";

const redact = (value: string): string => `<${value.length}>`;

test.for([
  { name: "a field that the contract does not have", record: { nickname: "Jane" }, redacted: { nickname: "<4>" } },
  { name: "an object instead of a text", record: { source: { by: "Jane" } }, redacted: { source: "<13>" } },
  { name: "a text instead of messages", record: { history: "Jane" }, redacted: { history: "<4>" } },
  { name: "texts among pages", record: { pages: ["Jane", null] }, redacted: { pages: ["<4>", null] } },
  {
    name: "an object instead of a number among fields of the contract",
    record: { id: "l", duration: { of: "Jane" }, pages: [{ duration: { of: "Jane" } }] },
    redacted: { id: "l", duration: "<13>", pages: [{ duration: "<13>" }] },
  },
])("redactPersonal replaces $name", ({ record, redacted }) => {
  expect(redactPersonal(record, "Lead", redact)).toEqual(redacted);
});
