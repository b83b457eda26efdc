import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { findPort } from "@serviceform/tests-postgres/find-port";

const execute = promisify(execFile);

/** `nobody`: PostgreSQL does not run as root. */
const UNPRIVILEGED = 65_534;

/** A cluster in a temporary folder, on a free port of loopback. */
export interface Cluster extends AsyncDisposable {
  readonly url: string;
  start(): Promise<void>;
  /** Kills all its processes, as in a crash. */
  crash(): Promise<void>;
}

export async function createCluster(): Promise<Cluster> {
  const bin = await findBinaries();
  const folder = await mkdtemp(join(tmpdir(), "postgres-"));
  const isRoot = userInfo().uid === 0;
  const identity = isRoot ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {};
  if (isRoot) await chown(folder, UNPRIVILEGED, UNPRIVILEGED);
  const data = join(folder, "data");
  const port = await findPort();
  await execute(
    join(bin, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "--locale=C.UTF-8"],
    identity,
  );
  let server: ReturnType<typeof spawn> | undefined;

  async function start(): Promise<void> {
    const settings = { port, listen_addresses: "127.0.0.1", unix_socket_directories: folder, fsync: "on" };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    server = spawn(join(bin, "postgres"), ["-D", data, ...flags], { ...identity, stdio: "ignore" });
    // By its socket, which is in a folder of its own: the port could be that of another server.
    const isReady = () =>
      execute(join(bin, "pg_isready"), ["-h", folder, "-p", String(port)]).then(
        () => true,
        () => false,
      );
    while (!(await isReady())) {
      if (server.exitCode !== null) throw new Error("PostgreSQL did not start");
      await sleep(50);
    }
  }

  async function crash(): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, "exit");
    // Immediate shutdown: no checkpoint, recovery at the next start.
    server.kill("SIGQUIT");
    await exited;
  }

  async function dispose(): Promise<void> {
    await crash();
    await rm(folder, { recursive: true });
  }
  await start();
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, start, crash, [Symbol.asyncDispose]: dispose };
}

/** Debian installs them by version, outside of PATH. */
async function findBinaries(): Promise<string> {
  const root = "/usr/lib/postgresql";
  const versions = await readdir(root).catch(() => []);
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  if (newest === undefined) throw new Error("PostgreSQL must be installed: apt-get install postgresql");
  return join(root, String(newest), "bin");
}
