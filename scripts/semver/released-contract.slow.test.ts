import { once } from "node:events";
import { mkdtempDisposable } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { releasedContract } from "./released-contract.ts";

test("releasedContract does not wait for a registry that accepts a connection and never responds", async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "semver-"));
  const server = createServer(() => {}).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  vi.stubEnv("NPM_CONFIG_REGISTRY", `http://127.0.0.1:${port}`);
  vi.stubEnv("NPM_CONFIG_CACHE", scratch.path);
  try {
    const release = releasedContract("@serviceform/types", "1.2.3", 2_000);
    await expect(release).rejects.toThrow("(no response within 2 s), so it is unknown");
  } finally {
    vi.unstubAllEnvs();
    server.close();
    server.closeAllConnections();
  }
});
