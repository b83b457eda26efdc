import { createClient } from "@serviceform/client";
import { createSync } from "@serviceform/sync";
import fc from "fast-check";
import { expect } from "vitest";
import { streams } from "../../src/streams.js";
import { anyChange, applyChange, type Change, createDataset, type Dataset } from "./dataset.js";
import { anyFault, createFaultyApi, type Fault } from "./faulty-api.js";
import { createMortalTarget } from "./mortal-target.js";
import { createReader, type Testbed, tables } from "./testbed.js";

const { MIRROR_RUNS, MIRROR_SEED } = process.env;
/** The same sequences in every run, unless `test:mirror` sets more runs and another seed, which a failure prints. */
const seed = Number(MIRROR_SEED ?? (MIRROR_RUNS === undefined ? 1 : Date.now() % 2 ** 31));

/** The number of records that the guard against another account needs. */
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

/** Tests that many random sequences of changes, faults and kills, each with its own testbed. */
export async function assertModel(createTestbed: () => Promise<Testbed>, numRuns: number): Promise<void> {
  const property = fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async (steps) => {
    await using testbed = await createTestbed();
    await assertSteps(testbed, steps);
  });
  await fc.assert(property, { numRuns, seed });
}

async function assertSteps(testbed: Testbed, steps: readonly Step[]): Promise<void> {
  const dataset = createDataset();
  // Creates the tables, so that every step can be read.
  await take(testbed, dataset, { ...last, fault: { kind: "status", request: 0 } });
  const snapshots = [await look(testbed)];
  for (const step of [...steps, last]) {
    const before = snapshots.at(-1) as Snapshot;
    const fault = canBeForeign(before) ? step.fault : withoutForeign(step.fault);
    await take(testbed, dataset, { ...step, fault });
    const after = await look(testbed);
    assertNothingLost(dataset, before, after);
    await assertHistory(testbed, before, after);
    snapshots.push(after);
  }
  const { leads, chats } = snapshots.at(-1) as Snapshot;
  expect(leads).toEqual(new Map([...dataset.leads].sort()));
  expect(chats).toEqual(new Map([...dataset.chats].sort()));
  await assertPast(testbed, snapshots);
  await testbed.assertFiles();
}

/** A mirror recognizes another account by the records of its first run. */
function canBeForeign(before: Snapshot): boolean {
  return tables.every((table) => before[table].size >= MIN_KNOWN_RECORDS);
}

function withoutForeign(fault: Fault): Fault {
  return fault.kind === "foreign" ? { kind: "none" } : fault;
}

/** The content of the mirror after a run. */
interface Snapshot {
  readonly run: number;
  readonly leads: Map<string, unknown>;
  readonly chats: Map<string, unknown>;
}

async function take(testbed: Testbed, dataset: Dataset, { changes, mode, fault, callsToLive }: Step): Promise<void> {
  for (const change of changes) applyChange(dataset, change);
  const client = createClient({ apiKey: "k", fetch: createFaultyApi(dataset, fault), retries: 0 });
  const target = testbed.createTarget();
  const mortal = callsToLive === undefined ? target : createMortalTarget(target, callsToLive);
  const sync = createSync({ client, target: mortal, streams: tables });
  await sync.run({ mode }).catch((error) => expect(error).toMatchObject({ message: "the process died" }));
  await target.close();
  if (mortal !== target) await testbed.endSessions();
}

async function look(testbed: Testbed): Promise<Snapshot> {
  const [row] = await testbed.query("select max(run) as run from run");
  const [leads, chats] = [await readLive(testbed, "leads"), await readLive(testbed, "chats")];
  return { run: Number(row?.run ?? 0), leads, chats };
}

/** Live documents by key. */
async function readLive({ query }: Testbed, table: string): Promise<Map<string, unknown>> {
  const rows = await query(`select id, doc from _${table} where deleted_run is null order by id`);
  return new Map(rows.map(({ id, doc }) => [String(id), doc]));
}

/** Asserts that only records that the API no longer has were deleted. */
function assertNothingLost(dataset: Dataset, before: Snapshot, after: Snapshot): void {
  for (const table of tables) {
    const lost = [...before[table].keys()].filter((id) => !after[table].has(id) && dataset[table].has(id));
    expect(lost).toEqual([]);
  }
}

/** Asserts that the history has each version that ended between two snapshots once, and nothing else. */
async function assertHistory({ query }: Testbed, before: Snapshot, after: Snapshot): Promise<void> {
  for (const table of tables) {
    const ended = [...before[table]].filter(
      ([id, doc]) => JSON.stringify(after[table].get(id)) !== JSON.stringify(doc),
    );
    const rows = await query(`select id, doc, op from _${table}_history where to_run > $1 order by id`, before.run);
    expect(rows).toEqual(ended.map(([id, doc]) => ({ id, doc, op: after[table].has(id) ? "update" : "delete" })));
  }
}

async function assertPast(testbed: Testbed, snapshots: readonly Snapshot[]): Promise<void> {
  const sync = createReader(testbed);
  for (const snapshot of snapshots.filter(({ run }) => run > 0)) {
    for (const table of tables) {
      const past = await Array.fromAsync(sync.asOf(table, snapshot.run));
      expect(new Map(past.map(({ id, doc }) => [id, doc]))).toEqual(snapshot[table]);
      const versions = await testbed.query(
        `select ${streams[table].key} as id from ${table}_versions where from_run <= $1 and (to_run is null or to_run > $1) order by 1`,
        snapshot.run,
      );
      expect(versions.map(({ id }) => id)).toEqual([...snapshot[table].keys()]);
    }
  }
  await sync.close();
}
