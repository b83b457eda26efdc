import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { chooseTempStore } from "./choose-temp-store.js";

test("temporary tables are in files if one folder can be written to", () => {
  expect(chooseTempStore(["/no-such-folder", tmpdir()])).toBe("file");
  expect(chooseTempStore()).toBe("file");
});

test("temporary tables are in memory if no folder can be written to", () => {
  expect(chooseTempStore(["/no-such-folder"])).toBe("memory");
});
