import type { FaultField } from "./setup.js";

/** The value that the text of a field stands for. JSON that is none stays text, for the sandbox to reject. */
export function parseField(type: FaultField["type"], text: string): unknown {
  if (type === "number") return Number(text);
  if (type !== "json") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
