import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** Where the client under test begins, for processes and copies that load it by themselves. */
export const clientEntry: string = pathToFileURL(createRequire(import.meta.url).resolve("@serviceform/client")).href;
