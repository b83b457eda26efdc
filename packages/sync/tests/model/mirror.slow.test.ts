import { createClient } from "@serviceform/client";
import { createSync, type Target } from "@serviceform/sync";
import { parquetTarget } from "@serviceform/sync/parquet";
import { sqliteTarget } from "@serviceform/sync/sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readLake } from "../lake.js";
import { createMirror, liveDocuments, type Mirror } from "../mirror.js";
import { anyFault, createFaultyApi, type Fault } from "./faulty-api.js";
import { createMortalTarget } from "./mortal-target.js";
import { anyChange, applyChange, type Change, createWorld, type World } from "./world.js";

/** More by `test:mirror`. */
const RUNS = Number(process.env.MIRROR_RUNS ?? 5);

/** What the guard against another account needs. */
const MIN_KNOWN_RECORDS = 20;

interface Step {
  readonly changes: readonly Change[];
  readonly mode: "auto" | "full";
  readonly fault: Fault;
  /** After how many calls of the target the process dies. */
  readonly callsToLive: number | undefined;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  changes: fc.array(anyChange, { maxLength: 8 }),
  mode: fc.constantFrom("auto", "full"),
  fault: anyFault,
  callsToLive: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined, freq: 3 }),
});
const last: Step = { changes: [], mode: "full", fault: { kind: "none" }, callsToLive: undefined };

/** A mirror takes the account of its first records for its own: only with those can it recognize another one. */
function canBeForeign(before: Snapshot): boolean {
  return tables.every((table) => before[table].size >= MIN_KNOWN_RECORDS);
}

function withoutForeign(fault: Fault): Fault {
  return fault.kind === "foreign" ? { kind: "none" } : fault;
}

/** What the mirror shows after a run. */
interface Snapshot {
  readonly run: number;
  readonly leads: Map<string, unknown>;
  readonly chats: Map<string, unknown>;
}

const tables = ["leads", "chats"] as const;

const targets = {
  SQLite: ({ path }: Mirror) => sqliteTarget(path),
  Parquet: ({ folder }: Mirror) => parquetTarget(folder),
} as const;

async function take(target: Target, world: World, { changes, mode, fault, callsToLive }: Step): Promise<void> {
  for (const change of changes) applyChange(world, change);
  const client = createClient({ apiKey: "k", fetch: createFaultyApi(world, fault), retries: 0 });
  const mortal = callsToLive === undefined ? target : createMortalTarget(target, callsToLive);
  const sync = createSync({ client, target: mortal, streams: tables });
  await sync.run({ mode }).catch((error) => expect(error).toMatchObject({ message: "the process died" }));
  await target.close();
}

function look(mirror: Mirror): Snapshot {
  const [row] = mirror.query("select max(run) as run from run");
  return { run: Number(row?.run ?? 0), leads: liveDocuments(mirror, "leads"), chats: liveDocuments(mirror, "chats") };
}

/** Of the records that were live before, only those may be gone that the API no longer has. */
function assertNothingLost(world: World, before: Snapshot, after: Snapshot): void {
  for (const table of tables) {
    const lost = [...before[table].keys()].filter((id) => !after[table].has(id) && world[table].has(id));
    expect(lost).toEqual([]);
  }
}

/** Each version that ended between two snapshots stands in the history once, and nothing else does. */
function assertHistory(mirror: Mirror, before: Snapshot, after: Snapshot): void {
  for (const table of tables) {
    const ended = [...before[table]].filter(
      ([id, doc]) => JSON.stringify(after[table].get(id)) !== JSON.stringify(doc),
    );
    const rows = mirror.query(`select id, doc, op from _${table}_history where to_run > ? order by id`, before.run);
    const expected = ended.map(([id, doc]) => ({ id, doc, op: after[table].has(id) ? "update" : "delete" }));
    expect(rows.map(({ id, doc, op }) => ({ id, doc: JSON.parse(String(doc)), op }))).toEqual(expected);
  }
}

async function assertPast(mirror: Mirror, snapshots: readonly Snapshot[]): Promise<void> {
  for (const snapshot of snapshots.filter(({ run }) => run > 0)) {
    for (const table of tables) {
      const past = await Array.fromAsync(mirror.sync.asOf(table, snapshot.run));
      expect(new Map(past.map(({ id, doc }) => [id, doc]))).toEqual(snapshot[table]);
    }
  }
}

/** The files have each change that the mirror has, once, and nothing else. */
async function assertFiles({ folder, query }: Mirror): Promise<void> {
  for (const table of tables) {
    const changes = query(`select id, run, op, after as doc from ${table}_changes order by run, id`);
    const rows = await readLake(folder, table);
    expect(rows.map(({ id, run, op, doc }) => ({ id, run: Number(run), op, doc }))).toEqual(changes);
  }
}

/** A lake takes longer, and shares all but its files with SQLite. */
const kinds = [
  { name: "SQLite", runs: RUNS },
  { name: "Parquet", runs: Math.ceil(RUNS / 4) },
] as const;

test.for(kinds)(
  "whatever happens, a clean run makes a mirror in $name equal the API, with each change once",
  {
    timeout: 3_600_000,
  },
  async ({ name, runs }) => {
    const property = fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async (steps) => {
      await using mirror = await createMirror();
      const world = createWorld();
      // Creates the tables, so that every step can be looked at.
      await take(targets[name](mirror), world, { ...last, fault: { kind: "status", request: 0 } });
      const snapshots = [look(mirror)];
      for (const step of [...steps, last]) {
        const before = snapshots.at(-1) as Snapshot;
        const fault = canBeForeign(before) ? step.fault : withoutForeign(step.fault);
        await take(targets[name](mirror), world, { ...step, fault });
        const after = look(mirror);
        assertNothingLost(world, before, after);
        assertHistory(mirror, before, after);
        snapshots.push(after);
      }
      const { leads, chats } = snapshots.at(-1) as Snapshot;
      expect(leads).toEqual(new Map([...world.leads].sort()));
      expect(chats).toEqual(new Map([...world.chats].sort()));
      await assertPast(mirror, snapshots);
      if (name === "Parquet") await assertFiles(mirror);
    });
    await fc.assert(property, {
      numRuns: runs,
      ...(process.env.MIRROR_SEED && { seed: Number(process.env.MIRROR_SEED) }),
    });
  },
);
