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
  const run = typeof at === "number" ? at : await target.findRun(stream, toStoredTime(at));
  for await (const { id, doc } of readPages((page) => target.readVersions(stream, run, page))) {
    yield { id, doc: JSON.parse(doc) };
  }
}

/** The years that have no sign in ISO 8601; databases do not order, or reject, the others. */
const [FIRST, LAST] = [Date.parse("0001-01-01T00:00:00.000Z"), Date.parse("9999-12-31T23:59:59.999Z")];

function toStoredTime(at: Date): string {
  return new Date(Math.min(Math.max(at.getTime(), FIRST), LAST)).toISOString();
}
