import type { OperationDescription } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { inputFlags } from "../src/flags/input-flags.js";

test.for([
  [
    ["spaceId", "orderBy"],
    ["spaceId", "orderBy"],
  ],
  [
    ["Acme-Tenant-Id", "contactID", "X-EARLY-ACCESS", "htmlURL2"],
    ["acmeTenantId", "contactId", "xEarlyAccess", "htmlUrl2"],
  ],
  [
    ["filter[name]", "start>", "größe", "日"],
    ["filterName", "start", "größe", "日"],
  ],
  [
    ["StartTime", "StartTime>", "startTime"],
    ["StartTime", "StartTime>", "startTime"],
  ],
  [
    ["EmployeeID", "employeeID"],
    ["employeeId", "employeeID"],
  ],
  [
    ["a-b", "aB"],
    ["a-b", "aB"],
  ],
  [
    ["base-url", "BaseURL"],
    ["inputBaseUrl", "BaseURL"],
  ],
] as const)("the flags of the keys %j are %j", ([keys, names]) => {
  const input = { type: "object", properties: Object.fromEntries(keys.map((key) => [key, { type: "string" }])) };
  const operation = { input } as unknown as OperationDescription; // `inputFlags` reads the input alone.
  expect(inputFlags(operation, { baseUrl: {} }).map(({ name }) => name)).toEqual(names);
});
