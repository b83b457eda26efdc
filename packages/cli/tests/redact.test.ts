import { afterEach, expect, test, vi } from "vitest";
import { parseLines, runCli } from "./run-cli.js";

afterEach(() => vi.unstubAllGlobals());

test("--redact masks a value of another shape than in the contract", async () => {
  const history = "Hi, I am Jane Doe, 0401234567";
  const pages = ["https://shop.example/?email=jane@doe.example"];
  vi.stubGlobal("fetch", async () => Response.json([{ id: "lead-y", history, pages }]));
  const { stdout } = await runCli(["leads", "list", "--redact"], { env: { SERVICEFORM_API_KEY: "sf_test_key" } });
  expect(parseLines(stdout)).toEqual([{ id: "lead-y", history: "***", pages: ["https://shop.example"] }]);
});

test("--redact masks fields that the contract lacks, since they can be personal", async () => {
  const lead = { id: "lead-y", whatsapp: "+358401234567", pages: [{ duration: 3, visitor: "Jane Doe" }] };
  vi.stubGlobal("fetch", async () => Response.json([lead]));
  const { stdout } = await runCli(["leads", "export", "-", "--format", "ndjson", "--redact"], {
    env: { SERVICEFORM_API_KEY: "sf_test_key" },
  });
  expect(parseLines(stdout)).toEqual([{ id: "lead-y", whatsapp: "***", pages: [{ duration: 3, visitor: "***" }] }]);
});
