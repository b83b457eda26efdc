import { TABLE_NAMES } from "../streams.js";
import type { Dialect } from "./dialect.js";

/** The version of the tables; a mirror of a newer version is rejected. */
export const SCHEMA_VERSION = 1;

/** The statements that create the tables, which every version of this package can read. */
export function renderTables(dialect: Dialect): string[] {
  const { json, bytes, time, integer, serial } = dialect;
  const create = (name: string, columns: string): string => `create table if not exists ${name} (${columns})`;
  const counts = ["seen", "inserted", "updated", "deleted", "restored", "rejected"];
  return [
    create(
      "account",
      `account text primary key, label text, base_url text, key_ref text, key_fingerprint text, agency text, added ${time} not null, paused ${time}, paused_reason text`,
    ),
    create(
      "run",
      `run ${serial} primary key, account text not null, stream text not null, mode text not null, started ${time} not null, ended ${time}, status text not null, ${counts.map((name) => `${name} ${integer} not null default 0`).join(", ")}, error text, contract text not null`,
    ),
    "create index if not exists run_by_stream on run (account, stream, run)",
    "create index if not exists run_by_end on run (ended)",
    create(
      "state",
      `account text not null, stream text not null, state ${json} not null, run ${integer}, primary key (account, stream)`,
    ),
    create(
      "_rejected",
      `account text not null, stream text not null, run ${integer} not null, reason text not null, doc ${json}`,
    ),
    ...TABLE_NAMES.flatMap((name) => [
      create(
        `_${name}`,
        `account text not null, id text not null, hash ${bytes} not null, doc ${json}, source_time ${time}, first_run ${integer} not null, changed_run ${integer} not null, deleted_run ${integer}, primary key (account, id)`,
      ),
      create(
        `_${name}_history`,
        `account text not null, id text not null, from_run ${integer} not null, to_run ${integer} not null, op text not null check (op in ('update', 'delete')), doc ${json}, primary key (account, id, from_run)`,
      ),
    ]),
  ];
}
