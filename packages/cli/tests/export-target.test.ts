import { once } from "node:events";
import { lstat, readdir, readFile, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { createFolder } from "./create-folder.js";
import { runCli } from "./run-cli.js";

const hasSpecialFiles = process.platform !== "win32";

let folder = "";

beforeEach(async () => {
  folder = await createFolder();
});

function exportTo(file: string) {
  return runCli(["leads", "export", file, "--sandbox", "--sandbox-leads", "3", "--fields", "id"]);
}

test("a file in a folder that does not exist is rejected, and the message has its path", async () => {
  const file = join(folder, "none", "leads.csv");
  const message = `error: ${file} must be in a folder that exists\n`;
  expect(await exportTo(file)).toEqual({ exitCode: 2, stdout: "", stderr: message });
});

// A socket stands for pipes and devices: Node.js can create one, and root would replace a device without the guard.
test.skipIf(!hasSpecialFiles)("a file that is not regular is rejected, and not replaced", async () => {
  const socket = join(folder, "socket.csv");
  const server = createServer().listen(socket);
  onTestFinished(() => void server.close());
  await once(server, "listening");
  await symlink("socket.csv", join(folder, "link.csv"));
  for (const file of [socket, join(folder, "link.csv")]) {
    const message = `error: ${file} must be a file; to write to a pipe or a device, redirect stdout\n`;
    expect(await exportTo(file)).toEqual({ exitCode: 2, stdout: "", stderr: message });
  }
  expect((await lstat(socket)).isSocket()).toBe(true);

  const html = ["statistics", "show", "--sandbox", "--html", socket];
  expect(await runCli(html)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("must be a file") });
});

test.skipIf(!hasSpecialFiles)("a symbolic link to a file that does not exist yet creates that file", async () => {
  const link = join(folder, "link.csv");
  await symlink("second.csv", link);
  await symlink(join(folder, "leads.csv"), join(folder, "second.csv"));
  expect((await exportTo(link)).exitCode).toBe(0);
  expect(await readFile(join(folder, "leads.csv"), "utf8")).toBe("id\r\nlead-1\r\nlead-2\r\nlead-3\r\n");
  expect((await readdir(folder)).sort()).toEqual(["leads.csv", "link.csv", "second.csv"]);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
});
