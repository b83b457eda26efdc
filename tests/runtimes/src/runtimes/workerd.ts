import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleEntry } from "../build-entry.ts";
import type { Control, Report } from "../control.ts";
import { installTools } from "../install-tools.ts";
import { loadTool } from "../load-tool.ts";
import type { Runtime } from "../runtime.ts";
import { withConsole } from "../silence.ts";

/** The used part of miniflare. */
interface MiniflareModule {
  readonly Miniflare: new (
    options: object,
  ) => { dispatchFetch(url: string): Promise<Response>; dispose(): Promise<void> };
}

const COMPATIBILITY_DATE = "2026-06-01";

/** What workerd prints when it crashes, which version 1.20260730 does now and then in a suite of this length. */
const CRASH = /\*\*\* Received signal #\d+: .*/;
const MOST_CRASHES = 2;

/** Cloudflare Workers: the suite is a Worker, the sandbox another one and served over HTTP. */
export const workerd: Runtime = {
  name: "workerd",
  async prepare() {
    const { module } = await loadTool<MiniflareModule>("workerd", "miniflare");
    const manifest = join(await installTools("workerd"), "node_modules/workerd/package.json");
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
    return {
      version,
      async run(consumer, control) {
        const scripts = {
          suite: await bundleEntry("worker", consumer, "esm"),
          sandbox: await bundleEntry("sandbox-worker", consumer, "esm"),
        };
        for (let crashes = 0; ; crashes += 1) {
          const { report, broke, shown } = await runWorker(module, scripts, control);
          if (report !== undefined) return withConsole(report, shown);
          const crash = CRASH.exec(shown)?.[0];
          if (crash === undefined || crashes === MOST_CRASHES) return { results: [], broke: `${broke}\n${shown}` };
          console.log(`workerd itself crashed, the suite runs again: ${crash}`);
        }
      },
    };
  },
};

interface Ran {
  /** Absent if the Worker ended before. */
  readonly report: Report | undefined;
  /** Why the Worker ended. */
  readonly broke: string;
  /** What the Workers and workerd printed. */
  readonly shown: string;
}

/** Runs the suite once. */
async function runWorker(
  { Miniflare }: MiniflareModule,
  scripts: Readonly<Record<"suite" | "sandbox", string>>,
  control: Control,
): Promise<Ran> {
  let shown = "";
  const common = { modules: true, compatibilityDate: COMPATIBILITY_DATE };
  const worker = new Miniflare({
    // Miniflare would fetch the `cf` properties of requests over the network.
    cf: false,
    handleRuntimeStdio: (stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream) => {
      for (const stream of [stdout, stderr]) stream.on("data", (chunk) => (shown += chunk));
    },
    workers: [
      { ...common, name: "suite", script: scripts.suite, serviceBindings: { SANDBOX: "sandbox" } },
      { ...common, name: "sandbox", script: scripts.sandbox },
    ],
  });
  let broke: string;
  try {
    const response = await worker.dispatchFetch(`http://suite.example/?control=${encodeURIComponent(control.url)}`);
    // Read to its end: the Worker ends with its request, which ends when an unread response is garbage-collected.
    const body = await response.text();
    broke = response.ok ? "The Worker ended without a report." : body;
  } catch (error) {
    broke = describeFailure(error);
  } finally {
    await worker.dispose();
  }
  // The Worker sends its report before it ends.
  return { report: await Promise.race([control.report, undefined]), broke, shown };
}

/** Of the connection to the Worker, the cause says more than the message. */
function describeFailure(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? String(error) : `${error} (${cause})`;
}
