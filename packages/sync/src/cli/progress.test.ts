import { expect, test } from "vitest";
import { createProgress } from "./progress.js";

test("progress needs a terminal that can overwrite a line", () => {
  const stdout = { write: () => true };
  const stderr = { isTTY: true, write: () => true };
  const progressFor = (term: string) => createProgress({}, { stdout, stderr, env: { TERM: term } });
  expect(progressFor("xterm")).toBeInstanceOf(Function);
  expect(progressFor("dumb")).toBeUndefined();
});
