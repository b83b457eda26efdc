import { test } from "vitest";
import { loadTool } from "../../src/load-tool.ts";
import { type Fetch, testCases } from "./test-cases.ts";

const { module } = await loadTool<{ default: Fetch }>("fetches", "node-fetch");

test.for(testCases)("node-fetch $title", ({ run }) => run(module.default));
