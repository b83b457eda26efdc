import type { Fault } from "./fault.js";

/** Parses a fault from JSON, which has null in place of Infinity. Adding it validates the rest. */
export function parseFault(json: unknown): Fault {
  const always = typeof json === "object" && json !== null && "times" in json && json.times === null;
  return (always ? { ...json, times: Number.POSITIVE_INFINITY } : json) as Fault;
}
