import { renderJson } from "@serviceform/records";
import { EXIT } from "./exit-code.js";
import type { CommandIo } from "./io.js";
import type { FlagValues } from "./parse-flags.js";

/** Prints a result as text, or with `--json` as one line of JSON. Returns the exit code of a command that is done. */
export function printResult({ stdout }: CommandIo, { json }: FlagValues, value: unknown, text: string): number {
  stdout.write(json ? `${renderJson(value, stdout)}\n` : text);
  return EXIT.done;
}
