import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** Runs a mirror in a process of its own and kills it once a batch is committed. */
export async function killInMidRun(to: string, url: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "sync-once.ts"), to, url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  for await (const chunk of child.stdout) if (String(chunk).includes("progress")) break;
  child.kill("SIGKILL");
  const [, signal] = await exited;
  if (signal !== "SIGKILL") throw new Error("the process ended before it was killed");
}
