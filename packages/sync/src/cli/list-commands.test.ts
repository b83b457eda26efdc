import { expect, test } from "vitest";
import { listCommands } from "./list-commands.js";

test("listCommands has the flags of a command, also those of every command", () => {
  expect(listCommands().verify).toEqual(expect.arrayContaining(["--to", "--key-file", "--help"]));
});

test.for([
  ["accounts", ["add", "list", "pause", "resume", "import"]],
  ["dead", ["list", "redrive"]],
  ["schema", ["print"]],
  ["purge", []],
  ["asof", []],
] as const)("listCommands has the actions of %s", ([name, actions]) => {
  expect(listCommands()[name]?.filter((word) => !word.startsWith("--"))).toEqual(actions);
});
