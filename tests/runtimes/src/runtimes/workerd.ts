import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleEntry } from "../build-entry.ts";
import type { Report } from "../control.ts";
import { installTools } from "../install-tools.ts";
import { loadTool } from "../load-tool.ts";
import type { Runtime } from "../runtime.ts";
import { withConsole } from "../silence.ts";

/** The used part of miniflare. */
interface Miniflare {
  readonly Miniflare: new (
    options: object,
  ) => { dispatchFetch(url: string): Promise<Response>; dispose(): Promise<void> };
}

const COMPATIBILITY_DATE = "2026-06-01";

/** The result if a Worker ends without a report, which it otherwise sends before. */
async function noReport(shown: string): Promise<Report> {
  return { results: [], broke: `The Worker ended without a report.\n${shown}` };
}

/** Cloudflare Workers: the suite is a Worker, the sandbox another one and served over HTTP. */
export const workerd: Runtime = {
  name: "workerd",
  async prepare() {
    const { module } = await loadTool<Miniflare>("workerd", "miniflare");
    const manifest = join(await installTools("workerd"), "node_modules/workerd/package.json");
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
    return {
      version,
      async run(consumer, control) {
        let shown = "";
        const common = { modules: true, compatibilityDate: COMPATIBILITY_DATE };
        const suite = await bundleEntry("worker", consumer, "esm");
        const sandbox = await bundleEntry("sandbox-worker", consumer, "esm");
        const worker = new module.Miniflare({
          // Miniflare would fetch the `cf` properties of requests over the network.
          cf: false,
          handleRuntimeStdio: (stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream) => {
            for (const stream of [stdout, stderr]) stream.on("data", (chunk) => (shown += chunk));
          },
          workers: [
            { ...common, name: "suite", script: suite, serviceBindings: { SANDBOX: "sandbox" } },
            { ...common, name: "sandbox", script: sandbox },
          ],
        });
        try {
          const url = `http://suite.example/?control=${encodeURIComponent(control.url)}`;
          const response = await worker.dispatchFetch(url);
          // Read to its end: the Worker ends with its request, which ends when an unread response is garbage-collected.
          const body = await response.text();
          if (!response.ok) return { results: [], broke: `${body}\n${shown}` };
          const report = await Promise.race([control.report, noReport(shown)]);
          return withConsole(report, shown);
        } finally {
          await worker.dispose();
        }
      },
    };
  },
};
