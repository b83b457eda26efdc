import type { Serve, Served } from "../host.ts";
import { print } from "../print.ts";

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
    const suite = runSuite({ control, isPage: false, print, servers: { "a Worker": serve } });
    return new Response(streamUntil(suite));
  },
};

/** A body that ends with the suite. Headers and each part of a body time out after five minutes, so it has parts. */
function streamUntil(suite: Promise<void>): ReadableStream {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const heartbeat = setInterval(() => void writer.write(new Uint8Array(1)), 10_000);
  void suite.finally(() => {
    clearInterval(heartbeat);
    return writer.close();
  });
  return readable;
}
