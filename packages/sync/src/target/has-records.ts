import { TABLE_NAMES } from "../streams.js";
import type { Target } from "./target.js";

/** Whether a target has a record of an account, deleted or not. */
export async function hasRecords(target: Pick<Target, "readState">, account: string): Promise<boolean> {
  for (const table of TABLE_NAMES) if ((await target.readState({ account, table })).known > 0) return true;
  return false;
}
