import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** The entry of the client under test, for processes and copies that load it themselves. */
export const clientEntry: string = pathToFileURL(createRequire(import.meta.url).resolve("@serviceform/client")).href;
