import type { FaultField } from "./setup.js";

/** Parses the text of a field. Invalid JSON stays text, which the sandbox rejects. */
export function parseField(type: FaultField["type"], text: string): unknown {
  if (type === "number") return Number(text);
  if (type !== "json") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
