import { execFile } from "node:child_process";

export interface Run {
  code: number;
  /** What it printed on both streams. */
  said: string;
}

/** Runs a script on this Node, without the variables of the turbo or vitest around it. */
export function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const own = Object.entries(process.env).filter(([name]) => !/^(TURBO|VITEST|NODE_ENV|npm_)/.test(name));
  const options = { cwd, env: { ...Object.fromEntries(own), ...env }, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, said: stdout + stderr });
    });
  });
}
