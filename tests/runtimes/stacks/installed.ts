import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    consumer: string;
  }
}

/** The folder in which the packed tarballs are installed. */
export const consumer = inject("consumer");

export const { createClient, isApiError } = await load<typeof import("@serviceform/client")>("@serviceform/client");
export const { startServer } = await load<typeof import("@serviceform/sandbox/server")>("@serviceform/sandbox/server");

/** The default key of the sandbox. */
export const apiKey = "sf_sandbox_key";

/** Imports a package as a module in `consumer` would. */
async function load<Module>(name: string): Promise<Module> {
  const loader = join(consumer, `load-${process.pid}.mjs`);
  await writeFile(loader, "export const load = (name) => import(name);");
  const { load } = await import(/* @vite-ignore */ pathToFileURL(loader).href);
  return load(name);
}
