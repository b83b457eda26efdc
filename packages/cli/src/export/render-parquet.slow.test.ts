import { arrayBuffer } from "node:stream/consumers";
import type { JsonRecord } from "@serviceform/records";
import { columnsOf } from "@serviceform/records";
import { parquetMetadata } from "hyparquet";
import { expect, test } from "vitest";
import { renderParquet } from "./render-parquet.js";

test.for([
  { length: 10, rows: [12] },
  { length: 2 ** 21, rows: [4, 4, 4] },
])("a row group of long texts ends early: $length", async ({ length, rows }) => {
  const message = "x".repeat(length);
  const chats = async function* (): AsyncGenerator<JsonRecord> {
    for (let index = 0; index < 12; index += 1) yield { cid: `chat-${index}`, history: [{ message }] };
  };
  const chunks = renderParquet(chats(), columnsOf("Chat"), { onMismatch: () => {} });
  const groups = parquetMetadata(await arrayBuffer(chunks)).row_groups;
  expect(groups.map(({ num_rows }) => Number(num_rows))).toEqual(rows);
});
