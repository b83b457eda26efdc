import { createRequire } from "node:module";
import { build } from "esbuild-wasm";
import { expect, test } from "vitest";

const SLOW = { timeout: 300_000 };

test("the server of the sandbox serves the API in a bundle that is CommonJS", SLOW, async () => {
  // Such a bundle has no `import.meta.url`, which the pages of the server are found by.
  const { outputFiles } = await build({
    stdin: { contents: 'export { startServer } from "@serviceform/sandbox/server";', resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    logLevel: "error",
    logOverride: { "empty-import-meta": "silent" },
  });
  const { startServer } = load(outputFiles[0]?.text ?? "");
  const { url, close } = await startServer();
  const response = await fetch(`${url}/leads`, { headers: { "sf-api-key": "sf_sandbox_key" } });
  expect(await response.json()).toHaveLength(60);
  await close();
});

function load(code: string): typeof import("@serviceform/sandbox/server") {
  const module = { exports: {} };
  new Function("module", "require", code)(module, createRequire(import.meta.url));
  return module.exports as typeof import("@serviceform/sandbox/server"); // What the entry of the bundle exports.
}
