import { samples } from "@serviceform/tests-samples";
import { expect, test } from "vitest";
import { findUncoveredStatuses } from "./find-uncovered-statuses.ts";

test("findUncoveredStatuses returns every documented status without requests", () => {
  const uncovered = findUncoveredStatuses([]);
  expect(uncovered).toEqual(
    Object.values(samples).flatMap(({ id, statuses }) => statuses.map((one) => `${id} ${one}`)),
  );
  expect(uncovered).toContain("updateItem 422");
  const others = uncovered.filter((one) => one !== "updateItem 422");
  expect(findUncoveredStatuses([{ operation: "updateItem", status: 422 }])).toEqual(others);
});
