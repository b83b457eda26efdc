import { spawn } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findPort } from "../../tests/postgres/find-port.ts";
import { installLocked } from "../install-locked.ts";
import { type RunOptions, run } from "./run.ts";

export interface Registry extends AsyncDisposable {
  readonly url: string;
  /** The environment in which npm, pnpm and changesets use only this registry and can publish to it. */
  readonly env: NodeJS.ProcessEnv;
}

/** Generous: on a busy machine, hundreds of files take long to load. */
const START_LIMIT_MS = 300_000;
const POLL_MS = 100;

/** Starts a registry on loopback with its files in `folder`. Other packages come from npm's registry. */
export async function startRegistry(folder: string): Promise<Registry> {
  const options = { cwd: folder, env: process.env };
  await mkdir(folder, { recursive: true });
  await cp(join(import.meta.dirname, "registry"), folder, { recursive: true });
  await installLocked(folder);
  const upstream = await readConfig("registry", options);
  if (!upstream.startsWith("http")) throw new Error("npm printed no registry URL.");
  await writeFile(join(folder, "config.yaml"), JSON.stringify(configuration(upstream)));

  const listen = `127.0.0.1:${await findPort()}`;
  const url = `http://${listen}`;
  const command = [join(folder, "node_modules/verdaccio/bin/verdaccio"), "--config", "config.yaml", "--listen", listen];
  const server = spawn(process.execPath, command, { cwd: folder, env: await trusting(options), stdio: "ignore" });
  const stopped = new Promise<void>((resolve) => void server.once("exit", () => resolve()));
  const stop = () => {
    server.kill();
    return stopped;
  };
  try {
    await waitFor(`${url}/-/ping`);
    const env = await login(folder, url);
    return { url, env, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readConfig(key: string, options: RunOptions): Promise<string> {
  const output = await run("npm", ["config", "get", key], options);
  return output.trim().split("\n").at(-1) ?? "";
}

/** The environment in which Node.js trusts the proxy of npm's `cafile`. */
async function trusting(options: RunOptions): Promise<NodeJS.ProcessEnv> {
  const cafile = await readConfig("cafile", options);
  return ["", "null", "undefined"].includes(cafile) ? options.env : { NODE_EXTRA_CA_CERTS: cafile, ...options.env };
}

/** JSON is YAML too. */
function configuration(upstream: string): object {
  return {
    storage: "./storage",
    auth: { htpasswd: { file: "./htpasswd" } },
    uplinks: { upstream: { url: upstream } },
    packages: {
      "@serviceform/*": { access: "$all", publish: "$authenticated" },
      "**": { access: "$all", proxy: "upstream" },
    },
    log: { type: "stdout", level: "fatal" },
  };
}

async function waitFor(url: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error("The registry on loopback did not start.");
}

async function login(folder: string, url: string): Promise<NodeJS.ProcessEnv> {
  const user = { name: "rehearsal", password: crypto.randomUUID() };
  const response = await fetch(`${url}/-/user/org.couchdb.user:${user.name}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(user),
  });
  const { token } = (await response.json()) as { token: string };
  const userConfig = join(folder, "user.npmrc");
  await writeFile(userConfig, `registry=${url}/\n//${new URL(url).host}/:_authToken=${token}\n`);
  // Variables of pnpm, npm and turbo would override the user's configuration.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|pnpm_|TURBO|VITEST|NODE_ENV)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    NPM_CONFIG_USERCONFIG: userConfig,
    NPM_CONFIG_REGISTRY: url,
    NPM_CONFIG_CACHE: join(folder, "npm-cache"),
    PNPM_CONFIG_REGISTRY: url,
    XDG_CACHE_HOME: join(folder, "cache"),
    // Scripts of the copy must not install packages: its node_modules are those of the real tree.
    PNPM_CONFIG_VERIFY_DEPS_BEFORE_RUN: "false",
  };
}
