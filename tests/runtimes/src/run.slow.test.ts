import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { run } from "./run.ts";

const RUN = pathToFileURL(`${import.meta.dirname}/run.ts`);
const LIMIT_MS = 600_000;

test("run leaves no timer behind when a command cannot start", async () => {
  const program = `
    const { run } = await import("${RUN}");
    const reason = await run("no-such-command", [], ".", ${LIMIT_MS}).catch(({ code }) => code);
    console.log(reason, process.getActiveResourcesInfo().includes("Timeout"));
    process.exit();`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", program], ".", LIMIT_MS);
  expect(stdout).toBe("ENOENT false\n");
});

test("run kills a command that times out", async () => {
  expect(await run(process.execPath, ["-e", "setInterval(() => {}, 1000)"], ".", 100)).toMatchObject({ code: null });
});
