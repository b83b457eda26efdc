import { expect, test } from "vitest";
import { createRowWriter } from "./export-formats.js";

test.for([
  ["=1+1", "'=1+1"],
  ["\0=1+1", "'\0=1+1"],
  ["a;=1+1", '"a;=1+1"'],
  ["a\t=1+1", '"a\t=1+1"'],
  ["a|=1+1", '"a|=1+1"'],
])("no spreadsheet reads %j in CSV of export_records as a formula", async ([value, cell]) => {
  let written = "";
  const writer = createRowWriter("csv", ["name"], async (text) => {
    written += text;
  });
  await writer.write({ name: value });
  expect([await writer.end(), written]).toEqual([1, `name\r\n${cell}\r\n`]);
});
