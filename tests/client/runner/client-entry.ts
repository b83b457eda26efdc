import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Where the client under test begins, for processes and copies that load it by themselves. */
export const clientEntry: string = pathToFileURL(
  process.env.CONFORMANCE_CLIENT
    ? resolve(process.env.CONFORMANCE_CLIENT, "dist/index.js")
    : createRequire(import.meta.url).resolve("@serviceform/client"),
).href;
