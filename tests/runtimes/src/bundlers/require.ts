import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Result } from "../../suite/run-suite.ts";
import type { Report } from "../control.ts";
import { nodeLines, nodeProgram } from "../node-program.ts";
import { run } from "../run.ts";
import type { Runtime } from "../runtime.ts";

const LIMIT_MS = 60_000;
const ENTRIES = [
  ...["@serviceform/types", "@serviceform/types/contract"],
  ...["@serviceform/types/describe", "@serviceform/types/openapi.json"],
  ...["@serviceform/client", "@serviceform/client/openapi-fetch", "@serviceform/client/validate"],
  ...["@serviceform/sandbox", "@serviceform/sandbox/server"],
];
const REQUIRE = `for (const entry of ${JSON.stringify(ENTRIES)}) {
  if (Object.keys(require(entry)).length === 0) throw new Error(entry + " has nothing.");
}
const { createFetchClient } = require("@serviceform/client/openapi-fetch");
const { createSandbox } = require("@serviceform/sandbox");
const client = createFetchClient({ apiKey: "sf_sandbox_key", fetch: createSandbox().fetch });
client.GET("/leads").then(({ data }) => console.log(data.length));
`;
const COMPARE = `for (const entry of ${JSON.stringify(ENTRIES.filter((entry) => !entry.endsWith(".json")))}) {
  import(entry).then((module) => {
    for (const [name, value] of Object.entries(require(entry)))
      if (module[name] !== value) throw new Error(entry + " has two of " + name);
  });
}
`;

interface Way {
  readonly title: string;
  readonly script: string;
  readonly flags: readonly string[];
}

const WAYS: readonly Way[] = [
  { title: "the modules that `import` loads", script: REQUIRE + COMPARE, flags: [] },
  {
    title: "the CommonJS build if it cannot load modules",
    script: `${REQUIRE}if (!require.resolve("@serviceform/client").includes("cjs")) throw new Error("A module.");\n`,
    flags: ["--no-experimental-require-module"],
  },
];

/** `require` on every release line of Node.js, with and without ESM support. */
export const requireEntries: Runtime = {
  name: "require",
  async prepare() {
    return {
      version: nodeLines.join(" "),
      async run(consumer): Promise<Report> {
        const results: Result[] = [];
        for (const [index, way] of WAYS.entries()) {
          const file = join(consumer, `require-${index}.cjs`);
          await writeFile(file, way.script);
          for (const line of nodeLines) results.push(await requireOn(line, way, file));
        }
        return { results };
      },
    };
  },
};

async function requireOn(line: string, { title: what, flags }: Way, file: string): Promise<Result> {
  const startedAt = Date.now();
  const { stdout, stderr } = await run(await nodeProgram(line), [...flags, file], dirname(file), LIMIT_MS);
  const output = `${stdout}${stderr}`.trim();
  const title = `Node.js ${line} requires every entry in silence, ${what}, and calls`;
  return { group: "runs", title, ms: Date.now() - startedAt, ...(output !== "60" && { error: output }) };
}
