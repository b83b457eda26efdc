import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";

export interface Run {
  code: number;
  /** What it printed on both streams. */
  said: string;
}

/** Runs a file on this Node. */
export function run(cwd: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Run> {
  return execute(process.execPath, args, cwd, env);
}

/** Runs a script of a package as its package manager would, but without looking whether all is installed. */
export async function runScript(folder: string, name: string): Promise<Run> {
  const { scripts } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const PATH = [join(folder, "node_modules/.bin"), dirname(process.execPath), process.env.PATH].join(delimiter);
  return execute("sh", ["-c", scripts[name]], folder, { PATH });
}

/** Runs a script of the workspace by the command that its README names, which installs what is missing. */
export function runPnpm(root: string, script: string, ...args: readonly string[]): Promise<Run> {
  return execute("npx", ["-y", "pnpm@12", script, ...args], root);
}

/** Without the variables of the pnpm, turbo, vitest or CI around it: in CI some commands change nothing. */
function execute(file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const own = Object.entries(process.env).filter(([name]) => !/^(CI$|TURBO|VITEST|NODE_ENV|npm_|pnpm_)/.test(name));
  const options = { cwd, env: { ...Object.fromEntries(own), ...env }, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, said: stdout + stderr });
    });
  });
}
