import type { Fault } from "./fault.js";

/** Reads a fault that came as JSON, which has no Infinity and writes null for it. Adding it checks the rest. */
export function parseFault(json: unknown): Fault {
  const always = typeof json === "object" && json !== null && "times" in json && json.times === null;
  return (always ? { ...json, times: Number.POSITIVE_INFINITY } : json) as Fault;
}
