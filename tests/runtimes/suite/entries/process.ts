import { inspect } from "node:util";
import { createSandbox } from "@serviceform/sandbox";
import { startServer } from "@serviceform/sandbox/server";
import type { Host, Serve } from "../host.ts";
import { NOW } from "../now.ts";
import { runSuite } from "../run-suite.ts";

/** Globals of Deno and Bun. */
interface Own {
  readonly inspect: (value: unknown, options?: object) => string;
  readonly serve: (options: object, handler?: (request: Request) => Promise<Response>) => Server;
}

interface Server {
  readonly port?: number;
  readonly addr?: { readonly port: number };
  shutdown?(): Promise<void>;
  stop?(force: boolean): Promise<void>;
}

const { Deno, Bun } = globalThis as unknown as { Deno?: Own; Bun?: Own };

const print: Host["print"] = (value) => {
  const shown = [inspect(value, { depth: 20 })];
  if (Deno) shown.push(Deno.inspect(value, { depth: 20 }));
  if (Bun) shown.push(Bun.inspect(value, { depth: 20 }));
  return shown.join("\n");
};

const serveByDeno: Serve = async (options) => {
  const sandbox = createSandbox({ now: NOW, ...options });
  const server = (Deno as Own).serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) =>
    sandbox.fetch(request),
  );
  return { url: `http://127.0.0.1:${server.addr?.port}`, close: () => server.shutdown?.() };
};

const serveByBun: Serve = async (options) => {
  const sandbox = createSandbox({ now: NOW, ...options });
  const handler = (request: Request) => sandbox.fetch(request);
  const server = (Bun as Own).serve({ port: 0, hostname: "127.0.0.1", fetch: handler });
  return { url: `http://127.0.0.1:${server.port}`, close: () => server.stop?.(true) };
};

const [control = ""] = process.argv.slice(2);
const servers = {
  startServer,
  ...(Deno && { "Deno.serve": serveByDeno }),
  ...(Bun && { "Bun.serve": serveByBun }),
};
await runSuite({ control, isPage: false, print, servers });
