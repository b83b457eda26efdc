import { inspect } from "node:util";
import { bundleEntry } from "../build-entry.ts";
import { loadTool } from "../load-tool.ts";
import type { Runtime } from "../runtime.ts";
import { withConsole } from "../silence.ts";

/** The used part of edge-runtime. */
interface Edge {
  readonly EdgeRuntime: new (options: {
    initialCode: string;
    extend?: (context: object) => object;
  }) => { dispatchFetch(url: string): Promise<Response> };
  readonly runServer: (options: {
    runtime: object;
    host: string;
    port: number;
  }) => Promise<{ url: string; close(): Promise<unknown> }>;
}

/** The runtime in which Next.js develops edge functions: the suite is one, the sandbox another. */
export const edgeRuntime: Runtime = {
  name: "edge-runtime",
  async prepare() {
    const { module, version } = await loadTool<Edge>("edge-runtime", "edge-runtime");
    const { EdgeRuntime, runServer } = module;
    return {
      version,
      async run(consumer, control) {
        let shown = "";
        const log = (value: unknown) => {
          shown += inspect(value, { depth: 20 });
        };
        const suite = new EdgeRuntime({
          initialCode: await bundleEntry("edge", consumer, "iife"),
          extend: (context) => Object.assign(context, { console: { ...console, log } }),
        });
        const sandbox = new EdgeRuntime({ initialCode: await bundleEntry("sandbox-edge", consumer, "iife") });
        const server = await runServer({ runtime: sandbox, host: "127.0.0.1", port: 0 });
        try {
          const address = server.url.replace(/\/$/, "").replace("localhost", "127.0.0.1");
          const query = new URLSearchParams({ control: control.url, sandbox: address });
          const response = await suite.dispatchFetch(`http://suite.example/?${query}`);
          if (!response.ok) return { results: [], broke: await response.text() };
          return withConsole(await control.report, shown);
        } finally {
          await server.close();
        }
      },
    };
  },
};
