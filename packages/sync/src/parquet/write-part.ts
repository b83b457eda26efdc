import { CREATED_BY, typeEmptyList } from "@serviceform/records";
import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { replaceFile } from "./replace-file.js";
import type { ChangedRun, RunChange } from "./run-changes.js";

/** Not the number of any run: its file is empty. */
export const SAMPLE_RUN = 0;

/** The writer keeps a group in memory. */
const GROUP_ROWS = 5000;

const schema = schemaFromColumnData({
  columnData: [
    { name: "account", data: [], type: "STRING", nullable: false },
    { name: "id", data: [], type: "STRING", nullable: false },
    { name: "run", data: [], type: "INT64", nullable: false },
    { name: "op", data: [], type: "STRING", nullable: false },
    { name: "doc", data: [], type: "STRING" },
  ],
});

/** Writes the changes of a run. The file appears when it is complete. */
export function writePart(path: string, { account, run }: ChangedRun, changes: Iterable<RunChange>): void {
  replaceFile(path, (write) => {
    const bytes = new ByteWriter();
    // No write is pending: `bytes` has no `flush`.
    const writer = new ParquetWriter({ writer: bytes, schema, createdBy: CREATED_BY });
    let isEmpty = true;
    for (const group of inGroups(changes)) {
      isEmpty = false;
      const columnData = [
        { name: "account", data: group.map(() => account) },
        { name: "id", data: group.map(({ id }) => id) },
        { name: "run", data: group.map(() => BigInt(run)) },
        { name: "op", data: group.map(({ op }) => op) },
        { name: "doc", data: group.map(({ doc }) => doc) },
      ];
      writer.write({ columnData, rowGroupSize: GROUP_ROWS });
      write(take(bytes));
    }
    writer.finish();
    const footer = take(bytes);
    write(isEmpty ? typeEmptyList(footer) : footer);
  });
}

function* inGroups(changes: Iterable<RunChange>): Generator<readonly RunChange[]> {
  let group: RunChange[] = [];
  for (const change of changes) {
    group.push(change);
    if (group.length < GROUP_ROWS) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function take(bytes: ByteWriter): Uint8Array {
  const written = bytes.getBytes().slice();
  // `offset`, the position in the file, continues.
  bytes.index = 0;
  return written;
}
