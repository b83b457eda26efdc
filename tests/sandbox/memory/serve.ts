import { startServer } from "@serviceform/sandbox/server";
import { memory } from "./memory.ts";

/** Serves the leads in a process of its own, which says how much memory it takes whenever it is asked. */
const { url } = await startServer({ leadCount: Number(process.argv[2]) });
process.on("message", () => process.send?.(memory()));
process.send?.(url);
