import { expect, test } from "vitest";
import { findChromium } from "./find-chromium.ts";

test.each([{ PATH: "/nowhere" }, { PATH: "/nowhere", CHROMIUM_PATH: "/nowhere/chromium" }, {}])(
  "where %o has no Chromium, the command that brings it is named",
  (env) => expect(() => findChromium(env)).toThrow("apt-get install chromium-headless-shell"),
);

test("a Chromium that is named goes before any other", () => {
  expect(findChromium({ ...process.env, CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
});
