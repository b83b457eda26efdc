import { expect, test } from "vitest";
import { forHosts } from "./for-hosts.js";

test("a value that can be null has its other type", () => {
  expect(forHosts({ type: ["string", "null"], description: "It." })).toEqual({ type: "string", description: "It." });
  expect(forHosts({ type: ["string", "null"], enum: ["a", null] })).toEqual({ type: "string", enum: ["a"] });
});

test("forms become anyOf, at any depth, without what only a call is validated with", () => {
  expect(forHosts({ enum: ["a"] })).toEqual({ type: "string", enum: ["a"] });
  const form = { type: "object", properties: { kind: { type: "string", enum: ["a"] } }, required: ["kind"] };
  const rows = { type: "array", minItems: 1, items: { oneOf: [form, { type: "integer", enum: [1, 2], default: 1 }] } };
  expect(forHosts({ type: "object", properties: { rows }, additionalProperties: false })).toEqual({
    type: "object",
    properties: { rows: { type: "array", items: { anyOf: [form, { type: "integer" }] } } },
    additionalProperties: false,
  });
  expect(forHosts({ type: "object", additionalProperties: { type: "string" } })).toEqual({ type: "object" });
});

test("an object without properties is a text, unless it is the whole input", () => {
  const map = { type: "object", additionalProperties: { type: "string" }, description: "The labels." };
  const labels = { type: "string", description: "The labels. An object, as JSON." };
  const rows = { type: "array", items: { type: "object" } };
  expect(forHosts({ type: "object", properties: { labels: map, rows } })).toEqual({
    type: "object",
    properties: { labels, rows: { type: "array", items: { type: "string", description: "An object, as JSON." } } },
  });
  expect(forHosts({ type: "object", properties: {} })).toEqual({ type: "object", properties: {} });
});

test("parts become one object", () => {
  const named = { type: "object", properties: { name: { type: "string" } }, required: ["name"] };
  const sized = { properties: { size: { allOf: [{ type: "integer" }, { minimum: 1 }] } }, required: ["name", "size"] };
  expect(forHosts({ allOf: [named, sized], description: "It." })).toEqual({
    type: "object",
    description: "It.",
    properties: { name: { type: "string" }, size: { type: "integer", minimum: 1 } },
    required: ["name", "size"],
  });
});
