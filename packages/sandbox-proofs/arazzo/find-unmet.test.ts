import { expect, test } from "vitest";
import { findUnmet } from "./find-unmet.ts";

test("without requests every documented status is unmet", () => {
  const unmet = findUnmet([]);
  expect(unmet).toHaveLength(26);
  expect(unmet).toContain("updateItem 422");
  expect(findUnmet([{ operation: "updateItem", status: 422 }])).toHaveLength(25);
});
