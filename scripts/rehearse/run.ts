import { execFile } from "node:child_process";

export interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs a command and returns its output; throws the output if the command fails. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { ...options, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`;
      if (error === null) resolve(output);
      else reject(new Error(`${[command, ...args].join(" ")} failed:\n${output || error.message}`));
    });
  });
}

/** Runs a script on this Node. */
export function runNode(args: readonly string[], options: RunOptions): Promise<string> {
  return run(process.execPath, args, options);
}
