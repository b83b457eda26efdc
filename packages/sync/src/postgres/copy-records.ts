import type { RunKey } from "../target/target.js";
import type { HashedRecord } from "./hashed-record.js";

/** What no JSON text holds, so that documents stand between two of them as they are. */
const DELIMITER = "\u0002";
const QUOTE = "\u0001";

/** The statement of COPY for records that are new. */
export function renderCopy({ table }: RunKey): string {
  return `copy _${table} (account, id, hash, doc, source_time, first_run, changed_run) from stdin with (format csv, delimiter e'\\x02', quote e'\\x01')`;
}

/** Its rows. */
export function renderCopyRows({ account, run }: RunKey, records: readonly HashedRecord[]): string {
  const head = `${quote(account)}${DELIMITER}`;
  const tail = `${DELIMITER}${run}${DELIMITER}${run}\n`;
  return records.map((record) => head + renderRecord(record) + tail).join("");
}

function renderRecord({ id, hash, doc, sourceTime }: HashedRecord): string {
  return `${quote(id)}${DELIMITER}\\x${hash}${DELIMITER}${doc}${DELIMITER}${sourceTime ?? ""}`;
}

/** A key may hold any character. */
function quote(text: string): string {
  return `${QUOTE}${text.replaceAll(QUOTE, QUOTE + QUOTE)}${QUOTE}`;
}
