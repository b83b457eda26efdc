import { test } from "vitest";
import { loadTool } from "../../src/load-tool.ts";
import { type Fetch, testCases } from "./test-cases.ts";

const { module } = await loadTool<{ fetch: Fetch }>("fetches", "cross-fetch");

test.for(testCases)("cross-fetch $title", ({ run }) => run(module.fetch));
