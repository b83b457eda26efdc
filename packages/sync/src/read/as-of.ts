import type { Settings } from "../options.js";
import type { TableName } from "../streams.js";
import { readPages } from "./read-pages.js";

/** A record at a moment or after a run. */
export interface Version {
  readonly id: string;
  readonly doc: unknown;
}

/** The live records at a moment, or after a run, by key. */
export async function* asOf(
  { target, account }: Settings,
  table: TableName,
  at: Date | number,
): AsyncGenerator<Version, void, undefined> {
  await target.open("read");
  const stream = { account, table };
  const run = typeof at === "number" ? at : await target.findRun(stream, at.toISOString());
  for await (const { id, doc } of readPages((page) => target.readVersions(stream, run, page))) {
    yield { id, doc: JSON.parse(doc) };
  }
}
