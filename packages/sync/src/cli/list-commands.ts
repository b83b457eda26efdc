import { commands } from "./commands.js";
import { commonFlags } from "./flags.js";

/** The commands of `serviceform sync` and what can follow each: actions, and flags with dashes; for shell completion. */
export function listCommands(): Readonly<Record<string, readonly string[]>> {
  const entries = Object.entries(commands).map(([name, { usage, flags }]) => {
    const names = Object.keys({ ...flags, ...commonFlags });
    return [name, [...readActions(usage), ...names.map((flag) => `--${flag}`)]];
  });
  return Object.fromEntries(entries);
}

/** The words in lower case that begin an alternative, such as `list` in `add NAME | list`. */
function readActions(usage: string): readonly string[] {
  return usage.split(" | ").flatMap((alternative) => /^[a-z]+/.exec(alternative) ?? []);
}
