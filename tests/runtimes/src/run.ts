import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs a command to its end, with any exit code. It is killed when it times out. */
export async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  limitMs: number,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const child = spawn(command, args, {
    cwd,
    env: { ...environment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // The option `timeout` of `spawn` keeps its timer if the command cannot start.
  const timer = setTimeout(() => child.kill(), limitMs);
  try {
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
    return { stdout, stderr, code };
  } finally {
    clearTimeout(timer);
  }
}

/** The same, but throws unless it succeeds. */
export async function runToSuccess(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { stdout, stderr, code } = await run(command, args, cwd, INSTALL_LIMIT_MS);
  if (code !== 0) throw new Error(`${[command, ...args].join(" ")} failed:\n${stderr || stdout}`);
  return stdout;
}

const INSTALL_LIMIT_MS = 300_000;

/** Variables of pnpm and turbo would override the user's npm configuration; colors would be parsed as text. */
export function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|pnpm_|TURBO|VITEST|NODE_ENV|NODE_OPTIONS|FORCE_COLOR|SERVICEFORM_)/.test(name),
  );
  return { ...Object.fromEntries(inherited), NO_COLOR: "1" };
}
