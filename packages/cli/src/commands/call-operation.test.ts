import type { Operation } from "@serviceform/types";
import { expect, test } from "vitest";
import { dropLimit } from "./call-operation.js";

const where = [{ field: "name", operator: "=", value: "Ada" }] as never;
const pagination: Operation["pagination"] = { style: "cursor", parameter: "cursor", limit: "limit" } as never;

test("the API applies a limit of its own to a list in one response", () => {
  expect(dropLimit({ limit: 5, uid: "u" }, {}, {})).toEqual({ limit: 5, uid: "u" });
});

test("conditions and pages keep the limit of a list from the API", () => {
  expect(dropLimit({ limit: 5, uid: "u" }, { where }, {})).toEqual({ uid: "u" });
  expect(dropLimit({ limit: 5, uid: "u" }, {}, { pagination })).toEqual({ uid: "u" });
});
