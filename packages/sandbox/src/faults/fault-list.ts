import type { OperationId } from "@serviceform/types";
import { isListOperation } from "../contract/operation-contract.js";
import type { Random } from "../seed-data/random.js";
import { assertFault } from "./assert-fault.js";
import type { Fault } from "./fault.js";
import { kindOf } from "./fault-kinds.js";

/** The faults of a sandbox. */
export interface Faults {
  /**
   * Adds a fault after the existing ones, and returns a function that removes it.
   *
   * @throws {TypeError} naming the invalid field
   */
  add(fault: Fault): () => void;
  /** Removes all faults. */
  clear(): void;
  /** The faults that may still happen, with the number of times left. */
  list(): Fault[];
}

export type Latency = Extract<Fault, { readonly kind: "latency" }>;

/** A fault that determines the response. */
export type ResponseFault = Exclude<Fault, Latency>;

interface Entry {
  readonly id: number;
  readonly fault: Fault;
  remaining: number;
}

/** A fault with the number of times left, and its ID. */
export interface ListedFault {
  readonly id: number;
  readonly fault: Fault;
}

/** The faults of a sandbox, with a choice of those that affect a request. */
export interface FaultList extends Faults {
  /** Takes the faults for a request: every latency that affects it, and the first of the others. */
  take(operation: OperationId, random: Random): { latencies: Latency[]; fault: ResponseFault | undefined };
  entries(): ListedFault[];
  /** Returns false if the fault no longer exists. */
  remove(id: number): boolean;
}

export function createFaultList(): FaultList {
  let entries: Entry[] = [];
  let lastId = 0;
  const remove = (entry: Entry): void => {
    entries = entries.filter((other) => other !== entry);
  };
  const listed = (): ListedFault[] =>
    entries.map(({ id, fault, remaining }) => ({ id, fault: { ...fault, times: remaining } }));
  return {
    add(fault) {
      assertFault(fault);
      lastId += 1;
      const entry = { id: lastId, fault: { ...fault }, remaining: fault.times ?? 1 };
      entries.push(entry);
      return () => remove(entry);
    },
    clear() {
      entries = [];
    },
    list: () => listed().map(({ fault }) => fault),
    entries: listed,
    remove(id) {
      const entry = entries.find((candidate) => candidate.id === id);
      if (entry) remove(entry);
      return entry !== undefined;
    },
    take(operation, random) {
      const latencies: Latency[] = [];
      let taken: ResponseFault | undefined;
      for (const entry of entries) {
        const { fault } = entry;
        if (!canHit(fault, operation)) continue;
        if (fault.kind !== "latency" && taken) continue;
        if (random() >= (fault.probability ?? 1)) continue;
        if (fault.kind === "latency") latencies.push(fault);
        else taken = fault;
        entry.remaining -= 1;
        if (entry.remaining === 0) remove(entry);
      }
      return { latencies, fault: taken };
    },
  };
}

function canHit(fault: Fault, operation: OperationId): boolean {
  if (kindOf(fault).listsOnly && !isListOperation(operation)) return false;
  return fault.operation === undefined || fault.operation === operation;
}
