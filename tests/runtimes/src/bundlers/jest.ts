import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Result } from "../../suite/run-suite.ts";
import { installTools } from "../install-tools.ts";
import { run } from "../run.ts";
import type { Runtime } from "../runtime.ts";

const LIMIT_MS = 120_000;
const TEST = `test("lists spaces", async () => {
  const { fetch } = createSandbox();
  const options = { apiKey: "sf_sandbox_key", fetch };
  expect(await createClient({ ...options, validate: "throw", validators }).listSpaces()).not.toHaveLength(0);
  expect((await createFetchClient(options).GET("/flex/spaces")).data).not.toHaveLength(0);
  const failed = createFetchClient({ ...options, fetch: () => Promise.reject(new Error("down")), retries: 0 });
  await expect(failed.GET("/flex/spaces")).rejects.toBeInstanceOf(ConnectionError);
  const server = await startServer({ port: 0 });
  const page = await globalThis.fetch(server.url);
  await server.close();
  expect([page.status, document.openapi, operations.listLeads.noun, operationContracts.listLeads.success]).toEqual([200, "3.0.3", "leads", 200]);
});
`;
const IMPORTS: readonly (readonly [names: string, entry: string])[] = [
  ["{ operationContracts }", "@serviceform/types/contract"],
  ["{ operations }", "@serviceform/types/describe"],
  ["{ createClient, ConnectionError }", "@serviceform/client"],
  ["{ createFetchClient }", "@serviceform/client/openapi-fetch"],
  ["{ validators }", "@serviceform/client/validate"],
  ["{ createSandbox }", "@serviceform/sandbox"],
  ["{ startServer }", "@serviceform/sandbox/server"],
];
const DOCUMENT = "@serviceform/types/openapi.json";
const REQUIRES = IMPORTS.map(([names, entry]) => `const ${names} = require("${entry}");\n`).join("");
const MODULES = IMPORTS.map(([names, entry]) => `import ${names} from "${entry}";\n`).join("");

interface Project {
  readonly title: string;
  readonly test: string;
  readonly text: string;
  readonly flags?: readonly string[];
  readonly babel?: object;
}

/** Jest in its three common configurations. */
export const jest: Runtime = {
  name: "jest",
  async prepare() {
    const tools = createRequire(join(await installTools("jest"), "package.json"));
    const { version } = tools("jest/package.json") as { version: string };
    const presets = [[tools.resolve("@babel/preset-env"), { targets: { node: "current" } }]];
    const projects: readonly Project[] = [
      {
        title: "CommonJS without any configuration",
        test: "commonjs.test.js",
        text: `${REQUIRES}const document = require("${DOCUMENT}");\n${TEST}`,
      },
      {
        title: "the syntax of modules through Babel",
        test: "babel.test.js",
        text: `${MODULES}import document from "${DOCUMENT}";\n${TEST}`,
        babel: { presets },
      },
      {
        title: "modules with --experimental-vm-modules",
        test: "modules.test.mjs",
        text: `${MODULES}import document from "${DOCUMENT}" with { type: "json" };\n${TEST}`,
        flags: ["--experimental-vm-modules", "--no-warnings"],
      },
    ];
    return {
      version,
      async run(consumer) {
        const results: Result[] = [];
        for (const project of projects)
          results.push(await runProject(project, tools.resolve("jest/bin/jest"), consumer));
        return { results };
      },
    };
  },
};

/** A separate project, so that none has the dependencies of another. */
async function runProject(
  { title, test, text, flags = [], babel }: Project,
  program: string,
  consumer: string,
): Promise<Result> {
  const startedAt = Date.now();
  const folder = join(consumer, test.replace(/\..*/, "-jest"));
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, ...(babel && { babel }) }));
  await writeFile(join(folder, test), text);
  const { code, stderr } = await run(process.execPath, [...flags, program, "--ci"], folder, LIMIT_MS);
  const passed = code === 0 && /^Tests: +1 passed, 1 total$/m.test(stderr);
  return { group: "runs", title, ms: Date.now() - startedAt, ...(!passed && { error: stderr }) };
}
