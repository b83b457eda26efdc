import { startServer } from "@serviceform/sandbox/server";
import { memory } from "./memory.ts";

/** Serves the leads in a separate process, which reports its memory on request. */
const { url } = await startServer({ leadCount: Number(process.argv[2]) });
process.on("message", () => process.send?.(memory()));
process.send?.(url);
