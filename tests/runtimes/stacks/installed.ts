import { inject } from "vitest";
import { importInstalled } from "../src/import-installed.ts";

declare module "vitest" {
  interface ProvidedContext {
    consumer: string;
  }
}

/** The folder in which the packed tarballs are installed. */
export const consumer = inject("consumer");

export const { createClient, isApiError } = await importInstalled<typeof import("@serviceform/client")>(
  consumer,
  "@serviceform/client",
);
export const { startServer } = await importInstalled<typeof import("@serviceform/sandbox/server")>(
  consumer,
  "@serviceform/sandbox/server",
);

/** The default key of the sandbox. */
export const apiKey = "sf_sandbox_key";
