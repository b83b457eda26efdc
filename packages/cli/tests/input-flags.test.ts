import type { OperationDescription } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { inputFlags } from "../src/flags/input-flags.js";

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
  const operation = { input: { type: "object", properties } } as unknown as OperationDescription; // only its input is read
  expect(inputFlags(operation, { baseUrl: {} }).map(({ name }) => name)).toEqual(names.split(" "));
});
