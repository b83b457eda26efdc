import { expect, test } from "vitest";
import { base, compose, entryOf, flags } from "./read-compose.ts";

test("the app of the compose file uses port and name of the service, and needs only its environment", () => {
  expect(compose).toMatch(new RegExp(`^ {2}${base.hostname}:$`, "m"));
  expect(flags.join(" ")).toContain(`--port ${base.port} `);
  expect(entryOf("SERVICEFORM_ALLOW_INSECURE_HTTP")).toBe("true");
  expect(entryOf("test")).toContain(`http://127.0.0.1:${base.port}/`);
});
