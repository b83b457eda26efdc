import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder } from "./create-folder.js";
import { BIN, endOf } from "./process.js";
import { runCli } from "./run-cli.js";
import { serveSandbox } from "./serve-sandbox.js";

test.skipIf(process.platform === "win32")(
  "a ledger that cannot be written is named, and the next run goes on",
  async () => {
    await using server = await serveSandbox({ leadCount: 0 });
    const path = join(await createFolder(), "items.csv");
    const rows = Array.from({ length: 40 }, (_, index) => `Customer ${index}\n`);
    await writeFile(path, `Name\n${rows.join("")}`);

    const flags = ["--space", String(server.sandbox.store.spaces[0]?.id), "--title", "Name", "--settle-delay", "0"];
    const argv = ["items", "import", path, ...flags];
    // No file may be larger than two blocks of 512 bytes, as on a full disk.
    const child = spawn("sh", ["-c", 'ulimit -f 2; exec "$@"', "sh", process.execPath, BIN, ...argv], {
      env: { ...process.env, ...server.env },
    });
    const stderr = `error: ${path}.ledger cannot be written (EFBIG: file too large, write)\n`;
    expect(await endOf(child)).toMatchObject({ exitCode: 1, stderr });

    const next = await runCli(argv, { env: server.env });
    expect([next.exitCode, next.stderr]).toEqual([0, "40 done, 0 failed, 0 open\n"]);
  },
);

test("300 rows become 300 items despite lost responses, truncated bodies and a kill", async () => {
  let created = 0;
  let onCreate = (): void => {};
  const createId = (): string => {
    onCreate();
    created += 1;
    return `item-new-${created}`;
  };
  await using server = await serveSandbox({ leadCount: 0, createId });
  const { store, faults, requests } = server.sandbox;
  const space = String(store.spaces[0]?.id);
  const titles = (): readonly string[] =>
    [...store.items].flatMap((item) => (item.space_id === space ? (item.primary_field ?? "") : []));

  const rows = Array.from({ length: 300 }, (_, index) => `Customer ${index % 250}`);
  const path = join(await createFolder(), "items.csv");
  await writeFile(path, `Name\n${rows.join("\n")}\n`);
  const before = titles().length;
  faults.add({ kind: "reset", operation: "createItem", probability: 0.1, times: Infinity, applied: true });
  faults.add({ kind: "reset", operation: "createItem", probability: 0.05, times: Infinity, applied: false });
  faults.add({ kind: "cut", operation: "createItem", probability: 0.05, times: Infinity });

  const flags = ["--space", space, "--title", "Name", "--settle-delay", "0", "--retries", "0"];
  const argv = ["items", "import", path, ...flags];
  const child = spawn(process.execPath, [BIN, ...argv], { env: { ...process.env, ...server.env } });
  onCreate = () => void (created === 59 && child.kill("SIGKILL"));
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");

  let exitCode = 75;
  for (let run = 0; run < 8 && exitCode !== 0; run += 1) ({ exitCode } = await runCli(argv, { env: server.env }));
  expect(exitCode).toBe(0);
  // Responses were lost, so some rows were sent again.
  const creates = requests.filter(({ operation }) => operation === "createItem");
  expect(creates.length).toBeGreaterThan(300);
  expect(titles()).toHaveLength(before + 300);
  const imported = titles().filter((title) => rows.includes(title));
  expect(imported.sort()).toEqual([...rows].sort());
});
