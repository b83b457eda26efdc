import { expect, test } from "vitest";
import type { DriftResult } from "./find-drift.ts";
import { renderReport } from "./render-report.ts";
import { createReport } from "./report.ts";
import type { Counted } from "./tally.ts";

const CREATED: Counted = {
  kind: "mistyped",
  operation: "listLeads",
  place: "[].created",
  pointer: "#/components/schemas/Lead/properties/created",
  expected: "string",
  received: {},
  count: 0,
  of: 10,
};

test.for([
  ["string", { number: 10 }, "change its type to number"],
  ["string", { number: 3 }, "also allow number"],
  ["string", { number: 3, null: 7 }, "change its type to number, and add nullable: true"],
  ["string", { number: 3, null: 1 }, "also allow number, and add nullable: true"],
  ["string", { null: 3 }, "add nullable: true"],
  ["string", { null: 10 }, "add nullable: true, and check whether it is ever set"],
  ["integer", { number: 3 }, "change its type to number"],
  ["date-time", { string: 10 }, "relax the rule that requires date-time, or take it away"],
  ["at most 5 characters", { string: 1 }, "relax the rule that requires at most 5 characters, or take it away"],
  ["one of 2 values", { string: 1 }, "add the new value, or take enum away"],
  ["one of 2 forms", { object: 1 }, "add a form for it: object"],
] as const)("the advice for %s but %j is: %s", ([expected, received, advice]) => {
  const count = Object.values(received).reduce((sum: number, part) => sum + part, 0);
  expect(reportOf({ drift: [{ ...CREATED, expected, received, count }] }).drift).toMatchObject([{ advice }]);
});

test.for([
  ["206", 10, "add 206 to responses"],
  ["404", 1, "add 404 to responses"],
  ["404", 10, "add 404 to responses; first check whether the operation still exists"],
  ["422", 10, "add 422 to responses; first check what the input lacks"],
  ["401", 10, "add 401 to responses; first check the key"],
  ["429", 1, "add 429 to responses; first check whether it stays"],
  ["502", 1, "add 502 to responses; first check whether it stays"],
] as const)("the advice for the status %s in %i of 10 calls is: %s", ([status, count, advice]) => {
  const received = { [status]: count };
  const found = { ...CREATED, kind: "undeclared-status", received, count } as const;
  expect(reportOf({ drift: [found] }).drift).toMatchObject([{ advice }]);
});

test.for([
  ["", "the body is number"],
  ["response 403: ", "the body is number"],
  ["[]", "an element is number"],
  ["[].history[]", "an element is number"],
  ["[].owner", "owner is number"],
] as const)("the whole of a schema at '%s' is named: %s", ([place, text]) => {
  const pointer = "#/components/schemas/Lead";
  const found = { ...CREATED, place, pointer, expected: "object", received: { number: 10 }, count: 10 };
  expect(renderReport(reportOf({ drift: [found] }))).toContain(`\n  ${text}, not object: listLeads`);
});

test("a long name of an operation stands apart from its method", () => {
  const operation = "listRecordsOfTheWholeYear";
  const call = { operation, method: "GET", path: "/records", calls: 1, statuses: {}, compared: 0, cut: false };
  const called = [{ ...call, failures: [], gaps: [] }];
  expect(renderReport(reportOf({ called }))).toContain(`\n${operation} GET /records: 1 call`);
});

function reportOf(result: Partial<DriftResult>) {
  const whole = { called: [], drift: [], unobserved: [], ...result };
  return createReport("the sandbox", "1.0.1", { elements: 10, calls: 1 }, whole);
}
