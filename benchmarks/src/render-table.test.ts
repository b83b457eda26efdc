import { expect, test } from "vitest";
import { renderTable } from "./render-table.ts";

test("renderTable aligns text to the left and numbers to the right", () => {
  const columns = ["peer", "bytes"];
  const rows = [
    ["raw fetch", "767"],
    ["ky", "9 397"],
  ];
  expect(renderTable({ columns, rows })).toBe(
    ["| peer      | bytes |", "| --------- | ----: |", "| raw fetch |   767 |", "| ky        | 9 397 |"].join("\n"),
  );
});
