import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { runCli } from "./run-cli.js";

test.for([
  [["serviceform", "doc"], ["doctor"]],
  [["serviceform", "comp"], ["completion"]],
  [["serviceform", "leads", "ex"], ["export"]],
  [
    ["serviceform", "statistics", "show", "--h"],
    ["--html", "--help"],
  ],
  [["serviceform", "items", "import", "customers.csv", "--dry"], ["--dry-run"]],
  [["serviceform", "sync", "st"], ["status"]],
  [["serviceform", "sync", "purge", "--e"], ["--email"]],
  [["serviceform", "sync", "accounts", "re"], ["resume"]],
  [["serviceform", "unknown", ""], []],
] as const)("bash completes %j by %j", async ([words, completions]) => {
  const { stdout } = await runCli(["completion", "bash"]);
  // What bash itself does for Tab: it finds the function of the command, sets these variables and calls it.
  const script = `${stdout}
complete -p serviceform >/dev/null || exit 1
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_serviceform serviceform "\${COMP_WORDS[COMP_CWORD]}"
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const printed = execFileSync("bash", ["-c", script, "bash", ...words], { encoding: "utf8" });
  expect(printed.split("\n").filter(Boolean)).toEqual(completions);
});
