import { buffer } from "node:stream/consumers";
import { columnsOf, type JsonRecord } from "@serviceform/records";
import { parquetMetadata } from "hyparquet";
import { expect, test } from "vitest";
import { renderParquet } from "./render-parquet.js";

test("the list of row groups in a file without rows has the element type that Rust readers require", async () => {
  const none = async function* (): AsyncGenerator<JsonRecord> {};
  const file = await buffer(renderParquet(none(), columnsOf("Lead"), { onMismatch: () => {} }));
  const { num_rows, row_groups, created_by } = parquetMetadata(new Uint8Array(file).buffer);
  expect({ num_rows, row_groups, created_by }).toEqual({ num_rows: 0n, row_groups: [], created_by: "serviceform" });
  // Field 4 is a list of 0 structs (0x0c), before field 6, a text of 11 bytes.
  expect(file.includes("\u0019\u000c(\u000bserviceform")).toBe(true);
});
