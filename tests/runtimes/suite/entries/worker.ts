import type { Serve, Served } from "../host.ts";

/** The other Workers that this one may call. */
interface Environment {
  readonly SANDBOX: Required<Pick<Served, "fetch">>;
}

/** Runs the suite while a request waits, which is when a Worker may do anything. */
export default {
  async fetch(request: Request, { SANDBOX }: Environment): Promise<Response> {
    const control = new URL(request.url).searchParams.get("control") ?? "";
    const serve: Serve = async () => ({
      url: "https://sandbox.example",
      fetch: (url, init) => SANDBOX.fetch(url, init),
      close: () => {},
    });
    // Loaded by then, since a Worker may neither set timers nor create signals while it starts.
    const { runSuite } = await import("../run-suite.ts");
    // The response begins at once, since nobody waits for its headers longer than five minutes, and ends with the suite.
    const { readable, writable } = new TransformStream();
    void runSuite({ control, isPage: false, print, servers: { "a Worker": serve } }).finally(() => writable.close());
    return new Response(readable);
  },
};

/** What a console shows goes to whoever watches the Worker. */
function print(value: unknown): string {
  console.log(value);
  return value instanceof Error ? `${value.message}${value.stack}` : String(value);
}
