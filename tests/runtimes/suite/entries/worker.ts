import type { Serve, Served } from "../host.ts";

/** The other Workers that this one may call. */
interface Environment {
  readonly SANDBOX: Required<Pick<Served, "fetch">>;
}

/** Runs the suite within a request, since a Worker can only run code while it handles one. */
export default {
  async fetch(request: Request, { SANDBOX }: Environment): Promise<Response> {
    const control = new URL(request.url).searchParams.get("control") ?? "";
    const serve: Serve = async () => ({
      url: "https://sandbox.example",
      fetch: (url, init) => SANDBOX.fetch(url, init),
      close: () => {},
    });
    // Imported in the request, since a Worker can neither set timers nor create signals while it starts.
    const { runSuite } = await import("../run-suite.ts");
    // The response starts at once, since its headers time out after five minutes, and ends with the suite.
    const { readable, writable } = new TransformStream();
    void runSuite({ control, isPage: false, print, servers: { "a Worker": serve } }).finally(() => writable.close());
    return new Response(readable);
  },
};

/** Sends console output to the observer of the Worker. */
function print(value: unknown): string {
  console.log(value);
  return value instanceof Error ? `${value.message}${value.stack}` : String(value);
}
