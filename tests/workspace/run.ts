import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";

export interface Run {
  code: number;
  /** Its output on stdout and stderr. */
  output: string;
}

/** Runs a file on this Node. */
export function run(cwd: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Run> {
  return execute(process.execPath, args, cwd, env);
}

/** Runs a script of a package as its package manager would, but without checking the installation. */
export async function runScript(folder: string, name: string): Promise<Run> {
  const { scripts } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const PATH = [join(folder, "node_modules/.bin"), dirname(process.execPath), process.env.PATH].join(delimiter);
  return execute("sh", ["-c", scripts[name]], folder, { PATH });
}

/**
 * Runs a script of the workspace with the command of its README, which installs missing packages. Results of tasks that the
 * copy has not changed come from the cache of the checkout. Returns the output, and throws it if the script fails.
 */
export async function runPnpm(root: string, script: string, ...args: readonly string[]): Promise<string> {
  const TURBO_CACHE_DIR = join(import.meta.dirname, "../../.turbo/cache");
  const { code, output } = await execute("npx", ["-y", "pnpm@12", script, ...args], root, { TURBO_CACHE_DIR });
  if (code !== 0) throw new Error(`pnpm ${script} ended with ${code}:\n${output}`);
  return output;
}

/** Without the variables of pnpm, turbo, vitest or CI: in CI some commands change no files. */
function execute(file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const own = Object.entries(process.env).filter(([name]) => !/^(CI$|TURBO|VITEST|NODE_ENV|npm_|pnpm_)/.test(name));
  const options = { cwd, env: { ...Object.fromEntries(own), ...env }, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : Number(error !== null);
      resolve({ code, output: stdout + stderr });
    });
  });
}
