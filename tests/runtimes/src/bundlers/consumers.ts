import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Example scripts. Each stores its result in `globalThis.found`. */
export const CONSUMERS = {
  /** Only calls. */
  calls: `import { createClient } from "@serviceform/client";
const headers = { "content-type": "application/json" };
const fetch = async (url) => new Response(JSON.stringify([{ id: url }]), { headers });
const client = createClient({ apiKey: "k", fetch, dangerouslyAllowBrowser: true });
globalThis.found = client.listSpaces().then(([space]) => space.id);`,
  /** Checks errors without a client. */
  errors: `import { isServiceformError } from "@serviceform/client";
globalThis.found = Promise.resolve(isServiceformError(new Error("x")));`,
  /** Every entry of every package for browsers. */
  everything: `import { createClient } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import { validators } from "@serviceform/client/validate";
import { createSandbox } from "@serviceform/sandbox";
import { operations } from "@serviceform/types/describe";
const options = { apiKey: "sf_sandbox_key", fetch: createSandbox().fetch, dangerouslyAllowBrowser: true };
const client = createClient({ ...options, validate: "throw", validators });
globalThis.found = (async () => {
  let leads = 0;
  for await (const _ of client.stream.listLeads()) leads += 1;
  const { data } = await createFetchClient(options).GET("/leads");
  return [leads, data.length, operations.listLeads.noun];
})();`,
} as const;

/** The results of the scripts. */
export const FOUND: { readonly [Name in keyof typeof CONSUMERS]: string } = {
  calls: '"https://link.serviceform.com/flex/spaces"',
  errors: "false",
  everything: '[60,60,"leads"]',
};

/** Texts that occur in one part of the packages only. */
export interface Markers {
  readonly contract: string;
  readonly descriptions: string;
  readonly validators: string;
  readonly pathStyle: string;
  readonly streams: string;
}

export async function writeConsumers(folder: string): Promise<Record<keyof typeof CONSUMERS, string>> {
  const entries = Object.entries(CONSUMERS).map(async ([name, text]) => {
    const file = join(folder, `consumer-${name}.js`);
    await writeFile(file, text);
    return [name, file] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<keyof typeof CONSUMERS, string>;
}

/** Each must be in a bundle that uses its part, so that the check has an effect. */
export async function readMarkers(folder: string): Promise<Markers> {
  const { resolve } = createRequire(join(folder, "package.json"));
  const document = JSON.parse(await readFile(resolve("@serviceform/types/openapi.json"), "utf8"));
  return {
    // Bundlers omit unused keys of the document, such as its title.
    contract: document.components.schemas.Lead.description,
    descriptions: "destructive:",
    validators: "~standard",
    pathStyle: "must be percent-encoded UTF-8",
    streams: "near byte",
  };
}
