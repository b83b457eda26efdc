import { expect, test } from "vitest";
import { createCsvRenderer } from "./render-rows.js";

test.for([
  ["=1+1", "'=1+1"],
  ["\0=1+1", "'\0=1+1"],
  ["\0\0@SUM(1)", "'\0\0@SUM(1)"],
  ["a;=1+1", '"a;=1+1"'],
  ["a\t=1+1", '"a\t=1+1"'],
  ["a|=1+1", '"a|=1+1"'],
])("no spreadsheet reads %j in CSV as a formula", ([value, cell]) => {
  for (const separator of [",", ";"])
    expect(createCsvRenderer(["name"], { separator }).renderRow({ name: value })).toBe(`${cell}\r\n`);
});
