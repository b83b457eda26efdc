import type { OperationDescription } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { inputFlags } from "../src/flags/input-flags.js";

function withInput(properties: object): OperationDescription {
  return { input: { type: "object", properties } } as unknown as OperationDescription; // only its input is read
}

test.for([
  { keys: "spaceId orderBy", names: "spaceId orderBy" },
  { keys: "Acme-Tenant-Id contactID X-EARLY-ACCESS htmlURL2", names: "acmeTenantId contactId xEarlyAccess htmlUrl2" },
  { keys: "filter[name] start> größe 日", names: "filterName start größe 日" },
  { keys: "StartTime StartTime> startTime", names: "StartTime StartTime> startTime" },
  { keys: "EmployeeID employeeID", names: "employeeId employeeID" },
  { keys: "a-b aB", names: "a-b aB" },
  { keys: "base-url BaseURL", names: "inputBaseUrl BaseURL" },
])("the flags of the keys $keys are $names", ({ keys, names }) => {
  const properties = Object.fromEntries(keys.split(" ").map((key) => [key, { type: "string" }]));
  expect(inputFlags(withInput(properties), { baseUrl: {} }).map(({ name }) => name)).toEqual(names.split(" "));
});

test.for([
  ["string", "null", "null"],
  ["integer", "7", 7],
  ["boolean", undefined, undefined],
] as const)("a %s that can also be null has the flag of its type", async ([type, text, value]) => {
  const [flag] = inputFlags(withInput({ a: { type: [type, "null"] } }), {});
  const { kind, parse } = Object(flag?.parameter);
  expect(kind).toBe(type === "boolean" ? "boolean" : "parsed");
  if (text !== undefined) expect(parse.call({}, text)).toBe(value);
});
