import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Imports a package that is installed in a folder. */
export async function importInstalled<Module>(consumer: string, entry: string): Promise<Module> {
  const file = createRequire(join(consumer, "package.json")).resolve(entry);
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}
