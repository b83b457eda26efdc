import { startControl } from "./control.ts";
import type { Installed } from "./control-routes.ts";
import { importInstalled } from "./import-installed.ts";
import type { Column } from "./render-matrix.ts";
import type { Runtime } from "./runtime.ts";
import { RuntimeUnavailable } from "./runtime-unavailable.ts";
import { chromium } from "./runtimes/chromium.ts";
import { edgeRuntime } from "./runtimes/edge-runtime.ts";
import { firefox } from "./runtimes/firefox.ts";
import { processes } from "./runtimes/processes.ts";
import { webkit } from "./runtimes/webkit.ts";
import { wine } from "./runtimes/wine.ts";
import { workerd } from "./runtimes/workerd.ts";

export const runtimes: readonly Runtime[] = [
  ...processes,
  workerd,
  edgeRuntime,
  ...chromium,
  ...firefox,
  ...webkit,
  wine,
];

/** Runs the suite in one runtime; a failure is part of the result. */
export async function runOne(runtime: Runtime, consumer: string): Promise<Column> {
  const { name } = runtime;
  try {
    const { version, run } = await runtime.prepare();
    console.log(`${name} ${version}`);
    const { createSandbox } = await importInstalled<Installed>(consumer, "@serviceform/sandbox");
    const { startServer } = await importInstalled<Installed>(consumer, "@serviceform/sandbox/server");
    await using control = await startControl({ createSandbox, startServer });
    const startedAt = Date.now();
    const report = await run(consumer, control);
    return { name, version, seconds: (Date.now() - startedAt) / 1_000, ...report };
  } catch (error) {
    if (error instanceof RuntimeUnavailable) return { name, missing: error.message };
    return { name, version: "?", seconds: 0, results: [], broke: String(error) };
  }
}
