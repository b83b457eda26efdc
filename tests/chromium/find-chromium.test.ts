import { expect, test } from "vitest";
import { findChromium } from "./find-chromium.ts";

test.each([{ PATH: "/nowhere" }, { PATH: "/nowhere", CHROMIUM_PATH: "/nowhere/chromium" }, {}])(
  "a missing Chromium in %o is an error with the install command",
  (env) => expect(() => findChromium(env)).toThrow("apt-get install chromium-headless-shell"),
);

test("CHROMIUM_PATH has priority over PATH", () => {
  expect(findChromium({ ...process.env, CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
});
