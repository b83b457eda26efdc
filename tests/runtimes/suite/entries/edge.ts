import type { Serve } from "../host.ts";
import { print } from "../print.ts";
import { runSuite } from "../run-suite.ts";

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

addEventListener("fetch", (event) => {
  const { request, respondWith } = event as FetchEvent;
  respondWith.call(event, respond(request));
});

async function respond(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const control = searchParams.get("control") ?? "";
  const url = searchParams.get("sandbox") ?? "";
  const serve: Serve = async () => ({ url, close: () => {} });
  await runSuite({ control, isPage: false, print, servers: { "an edge function": serve } });
  return new Response("done");
}
