import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startControl } from "./control.ts";
import type { Installed } from "./control-routes.ts";
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
    await using control = await startControl(await importInstalled(consumer));
    const startedAt = Date.now();
    const report = await run(consumer, control);
    return { name, version, seconds: (Date.now() - startedAt) / 1_000, ...report };
  } catch (error) {
    if (error instanceof RuntimeUnavailable) return { name, missing: error.message };
    return { name, version: "?", seconds: 0, results: [], broke: String(error) };
  }
}

/** The runner also uses the sandbox of the tarballs. */
async function importInstalled(consumer: string): Promise<Installed> {
  const { resolve } = createRequire(join(consumer, "package.json"));
  const load = (entry: string) => import(pathToFileURL(resolve(entry)).href);
  const { createSandbox } = await load("@serviceform/sandbox");
  const { startServer } = await load("@serviceform/sandbox/server");
  return { createSandbox, startServer };
}
