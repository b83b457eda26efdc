import { createRequire } from "node:module";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { type Plugin, rolldown } from "rolldown";
import { type OpenApi, renderFiles } from "./render-files.ts";

export type { OpenApi };

type RecordedRequest = import("@serviceform/sandbox").RecordedRequest;
type BodyContract = import("@serviceform/types/contract").BodyContract;
type Client = typeof import("@serviceform/client");
type Types = typeof import("@serviceform/types");

/** Client and sandbox, built from their sources and the generated files of one contract. */
export interface LoadedContract {
  readonly files: ReadonlyMap<string, string>;
  readonly createClient: (options: Parameters<Client["createClient"]>[0]) => AnyClient;
  readonly createFetchClient: (options: Parameters<Client["createClient"]>[0]) => AnyFetchClient;
  readonly validators: Readonly<Record<string, AnyValidators>>;
  readonly createSandbox: typeof import("@serviceform/sandbox")["createSandbox"];
  readonly matchOperation: Types["matchOperation"];
  readonly operationTable: Readonly<Record<string, import("@serviceform/types").Operation>>;
  /** Code that the pages of the sandbox show. */
  readonly renderClientCall: (call: object) => string;
  readonly renderPathCall: (call: object) => string;
  readonly toClientCall: (request: RecordedRequest, baseUrl: string) => object | undefined;
  readonly exampleBody: (body: BodyContract | undefined) => object;
  readonly operationContracts: Readonly<Record<string, { readonly body?: BodyContract }>>;
  /** The handler of each operation of the sandbox. */
  readonly stub: { handle: (operation: string, input: unknown) => unknown };
}

type Method = (input?: unknown, options?: object) => Promise<unknown>;
export type AnyClient = Readonly<Record<string, Method>> & {
  readonly safe: Readonly<Record<string, Method>>;
  readonly stream: Readonly<Record<string, (input?: unknown, options?: object) => AnyStream>>;
};
/** `pages` if the list has pagination. */
export interface AnyStream extends AsyncIterable<unknown> {
  pages(): AsyncIterable<{ readonly items: readonly unknown[]; readonly next: unknown }>;
}
export type AnyFetchClient = Readonly<
  Record<string, (path: string, init?: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>>
>;
export interface AnyValidator {
  validate(value: unknown): readonly { readonly path: string; readonly message: string }[];
}
export interface AnyValidators {
  readonly input: AnyValidator;
  readonly output: AnyValidator;
  readonly element: AnyValidator;
}

const packages = join(import.meta.dirname, "../../packages");
const sources: Readonly<Record<string, string>> = {
  "@serviceform/types": join(packages, "types/src/index.ts"),
  "@serviceform/types/contract": join(packages, "types/src/contract/index.ts"),
  "@serviceform/types/describe": join(packages, "types/src/describe.ts"),
};
const ENTRY = `
export { createClient } from ${JSON.stringify(join(packages, "client/src/index.ts"))};
export { createFetchClient } from ${JSON.stringify(join(packages, "client/src/openapi-fetch/index.ts"))};
export { validators } from ${JSON.stringify(join(packages, "client/src/validate/index.ts"))};
export { createSandbox } from ${JSON.stringify(join(packages, "sandbox/src/index.ts"))};
export { renderClientCall, renderPathCall } from ${JSON.stringify(join(packages, "sandbox/src/ui/server/samples/render-client-call.ts"))};
export { toClientCall } from ${JSON.stringify(join(packages, "sandbox/src/ui/server/samples/to-client-call.ts"))};
export { exampleBody } from ${JSON.stringify(join(packages, "sandbox/src/ui/server/reference/example-body.ts"))};
export { operationContracts } from "@serviceform/types/contract";
export { matchOperation, operationTable } from "@serviceform/types";
export { stub } from "stub-of-handlers";
`;
const HANDLERS = `
import { operationTable } from "@serviceform/types";
export const stub = { handle: () => undefined };
const ids = Object.keys(operationTable);
export const handlers = Object.fromEntries(ids.map((id) => [id, (input) => stub.handle(id, input)]));
`;
const NO_HANDLERS = "export const stub = {}; export const handlers = {};";

/** Generates from a bundled document and bundles client and sandbox with it, whose operations are stubs. Throws `SpecError`. */
export function loadContract(document: OpenApi): Promise<LoadedContract> {
  return load(document, HANDLERS);
}

/** The same with a sandbox that responds with the examples of the contract. */
export function loadWithoutHandlers(document: OpenApi): Promise<LoadedContract> {
  return load(document, NO_HANDLERS);
}

async function load(document: OpenApi, handlers: string): Promise<LoadedContract> {
  const files = await renderFiles(document);
  const bundle = await rolldown({
    input: "entry",
    platform: "node",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    treeshake: false,
    logLevel: "silent",
    plugins: [generatedFrom(files, handlers)],
  });
  const { output } = await bundle.generate({ format: "cjs" });
  await bundle.close();
  const module = { exports: {} as Omit<LoadedContract, "files"> };
  compileFunction(output[0].code, ["module", "exports", "require"])(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return { files, ...module.exports };
}

/** Replaces the files of the generated folder, and the handlers by stubs. */
function generatedFrom(files: ReadonlyMap<string, string>, handlers: string): Plugin {
  return {
    name: "generated-from",
    resolveId(source) {
      const [, name] = /\/generated\/([\w-]+)\.js$/.exec(source) ?? [];
      if (name !== undefined) return join(packages, `types/src/generated/${name}.ts`);
      if (source === "entry") return "\0entry.ts";
      if (source === "stub-of-handlers" || source.endsWith("handlers/handlers.js")) return "\0handlers.js";
      return sources[source];
    },
    load(id) {
      if (id === "\0entry.ts") return ENTRY;
      if (id === "\0handlers.js") return handlers;
      const [, name] = /\/types\/src\/generated\/([\w-]+\.\w+)$/.exec(id) ?? [];
      return name === undefined ? undefined : files.get(name);
    },
  };
}
