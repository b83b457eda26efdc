import { type CommandIo, run } from "@serviceform/sync/cli";

export interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls the command without an environment, and collects its output, unless `io` has others. */
export async function call(argv: readonly string[], io: Partial<CommandIo> = {}): Promise<Called> {
  const output = { stdout: "", stderr: "" };
  const code = await run(argv, {
    stdout: { write: (text) => (output.stdout += text) },
    stderr: { write: (text) => (output.stderr += text) },
    env: {},
    ...io,
  });
  return { code, ...output };
}

/** An output that has JSON on each line. */
export function readLines(output: string): Record<string, unknown>[] {
  return output
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
