import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Result } from "../../suite/run-suite.ts";
import type { Report } from "../control.ts";
import { nodeLines, nodeProgram } from "../node-program.ts";
import { run } from "../run.ts";
import type { Runtime } from "../runtime.ts";

const LIMIT_MS = 60_000;
const ENTRIES = [
  ...["@serviceform/types", "@serviceform/types/openapi.json", "@serviceform/client"],
  ...["@serviceform/client/openapi-fetch", "@serviceform/client/validate"],
  ...["@serviceform/sandbox", "@serviceform/sandbox/server"],
];
const SCRIPT = `for (const entry of ${JSON.stringify(ENTRIES)}) {
  if (Object.keys(require(entry)).length === 0) throw new Error(entry + " has nothing.");
}
const { createClient } = require("@serviceform/client");
const { createSandbox } = require("@serviceform/sandbox");
createClient({ apiKey: "sf_sandbox_key", fetch: createSandbox().fetch }).listLeads().then(({ length }) => console.log(length));
`;

/** CommonJS on every line of Node.js: the packages are modules, and `require` loads them. */
export const requireEntries: Runtime = {
  name: "require",
  async prepare() {
    return {
      version: nodeLines.join(" "),
      async run(consumer): Promise<Report> {
        const file = join(consumer, "require.cjs");
        await writeFile(file, SCRIPT);
        const results: Result[] = [];
        for (const line of nodeLines) results.push(await requireOn(line, file, consumer));
        return { results };
      },
    };
  },
};

async function requireOn(line: string, file: string, consumer: string): Promise<Result> {
  const startedAt = Date.now();
  const { stdout, stderr } = await run(await nodeProgram(line), [file], consumer, LIMIT_MS);
  const said = `${stdout}${stderr}`.trim();
  const title = `Node.js ${line} requires every entry in silence, and calls`;
  return { group: "runs", title, ms: Date.now() - startedAt, ...(said !== "60" && { error: said }) };
}
