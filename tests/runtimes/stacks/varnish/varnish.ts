import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findExecutable } from "../../src/find-executable.ts";
import { runToSuccess } from "../../src/run.ts";
import { consumer } from "../installed.ts";
import { startProcess } from "../start-process.ts";

export interface Varnish extends AsyncDisposable {
  readonly url: string;
}

/**
 * Default settings, except that a request with `x-stalls: yes` times out after a second, and one with `x-route: none` has
 * no route.
 */
const renderVcl = (port: number) => `vcl 4.1;
backend default { .host = "127.0.0.1"; .port = "${port}"; }
sub vcl_recv { if (req.http.x-route == "none") { return (synth(404)); } }
sub vcl_backend_fetch { if (bereq.http.x-stalls == "yes") { set bereq.first_byte_timeout = 1s; } }
`;

/** Starts Varnish in front of an API, on a free port of loopback and in a folder of its own. */
export async function startVarnish(apiPort: number): Promise<Varnish> {
  const [varnishd, varnishadm] = ["varnishd", "varnishadm"].map((name) =>
    findExecutable([name], "install the package varnish of Debian or Ubuntu: apt-get install varnish"),
  ) as [string, string];
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(consumer, "varnish-"));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const vcl = join(folder, "default.vcl");
  await writeFile(vcl, renderVcl(apiPort));

  const args = ["-F", "-j", "none", "-n", folder, "-f", vcl, "-a", "127.0.0.1:0", "-s", "default,16m"];
  stack.use(await startProcess({ command: varnishd, args, cwd: folder, ready: /Child \(\d+\) Started/ }));
  const address = await runToSuccess(varnishadm, ["-n", folder, "debug.listen_address"], folder);
  const [, host, port] = address.trim().split(/\s+/);
  const owned = stack.move();
  return { url: `http://${host}:${port}`, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
