import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { findExecutable } from "../find-executable.ts";
import { environment } from "../run.ts";
import { RuntimeUnavailable } from "../runtime-unavailable.ts";

/** WebKit on a virtual screen, driven by W3C WebDriver. */
export interface Webkit {
  readonly version: string;
  open(url: string): Promise<void>;
  /** Clicks the first element that matches, and waits for it before. Rejects if another element is in front of it. */
  click(selector: string): Promise<void>;
  /** Runs the body of a function in the page, and resolves to what it returns. */
  run<Value>(script: string): Promise<Value>;
  close(): Promise<void>;
}

const ADVICE = "apt-get install webkit2gtk-driver xvfb";
/** How long an element may take to appear: generous, for a busy machine. */
const LIMIT_MS = 60_000;
const POLL_MS = 50;
const MOST_STARTS = 3;

/** Starts the virtual screen, the driver on it, and through it the browser. */
export async function startWebkit(): Promise<Webkit> {
  const driver = findExecutable(["WebKitWebDriver"], ADVICE);
  const display = findExecutable(["Xvfb"], ADVICE);
  const [binary] = globSync("/usr/lib/{*/,}webkit2gtk-4.*/MiniBrowser");
  if (binary === undefined) throw new RuntimeUnavailable(`there is no MiniBrowser; ${ADVICE}`);

  const started: ChildProcess[] = [];
  const stop = async () => {
    for (const child of started.reverse()) await end(child);
  };
  try {
    const screen = spawn(display, ["-displayfd", "3", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    started.push(screen);
    const env = { ...environment(), DISPLAY: `:${await readNumber(screen)}` };
    const startDriver = (port: number) => {
      const args = ["--host=127.0.0.1", `--port=${port}`];
      const child = spawn(driver, args, { env, cwd: dirname(binary), stdio: "ignore" });
      started.push(child);
      return child;
    };
    return await openSession(await serve(startDriver), binary, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The number of a screen, when it is ready. */
async function readNumber(screen: ChildProcess): Promise<string> {
  const ended = once(screen, "exit").then(() => {
    throw new Error("Xvfb ended before its screen was ready.");
  });
  // The cast: the process has been started with a pipe at this place.
  const [number] = await Promise.race([once(screen.stdio[3] as NodeJS.ReadableStream, "data"), ended]);
  return String(number).trim();
}

async function openSession(root: string, binary: string, stop: () => Promise<void>): Promise<Webkit> {
  const options = { "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
  const { sessionId, capabilities } = await command<Session>("POST", `${root}/session`, {
    capabilities: { alwaysMatch: { ...options, timeouts: { implicit: LIMIT_MS } } },
  });
  const session = `${root}/session/${sessionId}`;
  return {
    version: capabilities.browserVersion,
    open: (url) => command("POST", `${session}/url`, { url }),
    async click(selector) {
      const found = await command<object>("POST", `${session}/element`, { using: "css selector", value: selector });
      await command("POST", `${session}/element/${Object.values(found)[0]}/click`, {});
    },
    run: (script) => command("POST", `${session}/execute/sync`, { script, args: [] }),
    async close() {
      await command("DELETE", session).catch(() => {});
      await stop();
    },
  };
}

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

async function command<Value>(method: string, url: string, body?: object): Promise<Value> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebDriver responded with ${response.status}: ${value.error} ${value.message}`);
  return value;
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  child.kill();
  await once(child, "exit");
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** The URL of the driver, which ends if another process has taken its port meanwhile. */
async function serve(startDriver: (port: number) => ChildProcess): Promise<string> {
  for (let start = 0; start < MOST_STARTS; start += 1) {
    const port = await findPort();
    const child = startDriver(port);
    const root = `http://127.0.0.1:${port}`;
    while (!hasEnded(child)) {
      const response = await fetch(`${root}/status`).catch(() => undefined);
      if (response?.ok) return root;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
  throw new Error("WebKitWebDriver did not start.");
}
