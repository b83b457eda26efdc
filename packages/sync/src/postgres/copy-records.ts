import type { RunKey } from "../target/target.js";
import type { HashedRecord } from "./hashed-record.js";

/** A character that JSON text cannot contain, so that documents need no escaping between two of them. */
const DELIMITER = "\u0002";
const QUOTE = "\u0001";

/** The COPY statement for new records. */
export function renderCopy({ table }: RunKey): string {
  return `copy _${table} (account, id, hash, doc, source_time, first_run, changed_run) from stdin with (format csv, delimiter e'\\x02', quote e'\\x01')`;
}

/** The rows of the statement. */
export function renderCopyRows({ account, run }: RunKey, records: readonly HashedRecord[]): string {
  const head = `${quote(account)}${DELIMITER}`;
  const tail = `${DELIMITER}${run}${DELIMITER}${run}\n`;
  return records.map((record) => head + renderRecord(record) + tail).join("");
}

function renderRecord({ id, hash, doc, sourceTime }: HashedRecord): string {
  return `${quote(id)}${DELIMITER}\\x${hash}${DELIMITER}${doc}${DELIMITER}${sourceTime ?? ""}`;
}

/** A key may contain any character. */
function quote(text: string): string {
  return `${QUOTE}${text.replaceAll(QUOTE, QUOTE + QUOTE)}${QUOTE}`;
}
