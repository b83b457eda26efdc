import { startServer } from "@serviceform/sandbox/server";

/** A sandbox with a number of leads on loopback, in a process of its own. */
const [, , leadCount] = process.argv;
const server = await startServer({ leadCount: Number(leadCount), apiKey: "sf_sandbox_key", port: 0 });
process.send?.(Number(new URL(server.url).port));
process.on("disconnect", () => process.exit());
