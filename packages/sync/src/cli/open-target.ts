import type { Target } from "../target/target.js";
import { UsageError } from "./usage-error.js";

/** Creates the target that `--to` names, and loads only what that needs. */
export async function openTarget(to: string): Promise<Target> {
  if (to.startsWith("sqlite:") && to.length > "sqlite:".length) {
    const { sqliteTarget } = await import("../sqlite/index.js");
    return sqliteTarget(to.slice("sqlite:".length));
  }
  // It may have a password, so it is not repeated.
  throw new UsageError("--to must be sqlite:FILE");
}
