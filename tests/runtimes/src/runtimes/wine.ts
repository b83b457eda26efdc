import { buildEntry } from "../build-entry.ts";
import type { Runtime } from "../runtime.ts";
import { withSilence } from "../silence.ts";
import { createWine } from "../wine.ts";
import { reported } from "./processes.ts";

/** Node.js for Windows. */
export const wine: Runtime = {
  name: "wine",
  async prepare() {
    const system = await createWine();
    const { stdout } = await system.runNode(["--version"], system.drive);
    return {
      version: stdout.trim().replace("v", ""),
      async run(consumer, control) {
        await using _ = system;
        const ran = await system.runNode([await buildEntry("process", consumer), control.url], consumer);
        return withSilence(await reported(control, ran), `${ran.stdout}${ran.stderr}`, ran.code);
      },
    };
  },
};
