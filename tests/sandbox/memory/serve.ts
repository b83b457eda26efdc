import { startServer } from "@serviceform/sandbox/server";
import { memory } from "./memory.ts";

/** Serves the leads in a separate process, which reports its memory on request. */
const [leads = "", texts = ""] = process.argv.slice(2);
const { url } = await startServer({ leadCount: Number(leads), messy: texts === "messy" });
process.on("message", () => process.send?.(memory()));
process.send?.(url);
