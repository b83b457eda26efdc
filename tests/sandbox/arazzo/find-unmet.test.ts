import { samples } from "@serviceform/tests-samples";
import { expect, test } from "vitest";
import { findUnmet } from "./find-unmet.ts";

test("without requests every documented status is unmet", () => {
  const unmet = findUnmet([]);
  expect(unmet).toEqual(Object.values(samples).flatMap(({ id, statuses }) => statuses.map((one) => `${id} ${one}`)));
  expect(unmet).toContain("updateItem 422");
  const others = unmet.filter((one) => one !== "updateItem 422");
  expect(findUnmet([{ operation: "updateItem", status: 422 }])).toEqual(others);
});
