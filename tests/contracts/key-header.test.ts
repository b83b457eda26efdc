import { expect, test } from "vitest";
import { keyIn } from "./cases/key-header.ts";
import { connect, send } from "./connect.ts";
import { loadContract } from "./load-contract.ts";

test.for(["X-API-Key", "Authorization", "sf-key", "KEY"])(
  "the key is sent alone in %s in any case of letters",
  async (header) => {
    const loaded = await loadContract(keyIn(header));
    const { client, paths, sandbox, sent } = connect(loaded);
    const spellings = [header, header.toLowerCase(), header.toUpperCase()];
    for (const name of spellings) {
      const rejected = { name: "ConfigurationError", message: expect.stringContaining(header.toLowerCase()) };
      await expect(client.getRows?.({}, { headers: { [name]: "evil" } })).rejects.toMatchObject(rejected);
      await expect(paths.GET?.("/rows", { headers: { [name]: "evil" } })).rejects.toMatchObject(rejected);
      expect(() => loaded.createClient({ apiKey: "k", headers: { [name]: "evil" } })).toThrow(
        expect.objectContaining(rejected),
      );
    }
    expect(sent).toEqual([]);
    await client.getRows?.();
    await paths.GET?.("/rows");
    const keys = sent.map(({ headers }) => Object.entries(headers).filter(([name]) => name === header.toLowerCase()));
    expect(keys).toEqual([[[header.toLowerCase(), "sf_sandbox_key"]], [[header.toLowerCase(), "sf_sandbox_key"]]]);
    expect(JSON.stringify(sandbox.requests)).not.toContain("sf_sandbox_key");
    for (const name of spellings) expect((await send({ sandbox }, "/rows", {}, name)).status).toBe(204);
  },
);
