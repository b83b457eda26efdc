import { expect, test } from "vitest";
import { handlers, withoutHandler } from "../handlers/handlers.js";
import { renderGreeting } from "./greeting.js";

const place = { url: "http://127.0.0.1:4010", key: "k1", platform: "linux" };

test("the greeting names the operations without a handler on one line", () => {
  const { getItem: _one, listLeads: _other, ...some } = handlers;
  const greeting = renderGreeting({ ...place, examples: withoutHandler(some) });
  expect(greeting).toMatch(/^Responses from the contract's examples and schemas alone: .*getItem, .*listLeads.*\.$/m);
  expect(greeting).not.toContain("createItem");
});

test("the greeting does not mention examples when every operation has a handler", () => {
  const greeting = renderGreeting({ ...place, examples: [] });
  expect(greeting).toContain("http://127.0.0.1:4010/_sandbox");
  expect(greeting).not.toContain("examples");
});

test("the greeting has a command that runs in the shells of the platform", () => {
  const [linux, windows] = ["linux", "win32"].map((platform) => renderGreeting({ ...place, examples: [], platform }));
  expect(linux).toContain('  curl -H "sf-api-key: k1" http://127.0.0.1:4010/flex/spaces\n');
  expect(windows).toContain('  curl.exe -H "sf-api-key: k1" http://127.0.0.1:4010/flex/spaces\n');
});
