import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { compileFunction } from "node:vm";
import { type Plugin, type ResolveIdResult, rolldown } from "rolldown";
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
  readonly startServer: typeof import("@serviceform/sandbox/server")["startServer"];
  readonly matchOperation: Types["matchOperation"];
  readonly operationTable: Readonly<Record<string, import("@serviceform/types").Operation>>;
  /** Code that the pages of the sandbox show. */
  readonly renderClientCall: (call: object) => string;
  readonly renderPathCall: (call: object) => string;
  readonly toClientCall: (request: RecordedRequest, baseUrl: string) => object | undefined;
  readonly renderCurl: (request: object) => string;
  /** The document of the API reference, with samples of the client. */
  readonly describeContract: (examples: object, origin: string, document: object) => { readonly bytes: Uint8Array };
  readonly createInternals: (options: object) => Internals;
  readonly createPages: (
    internals: Internals,
    hosts: readonly string[],
  ) => { fetch(request: Request): Promise<Response> | undefined };
  readonly replayRequest: (internals: Internals, entry: object | undefined) => void;
  readonly exampleBody: (body: BodyContract | undefined) => object;
  readonly operationContracts: Readonly<Record<string, { readonly body?: BodyContract }>>;
  readonly stub: { handle: (operation: string, input: unknown) => unknown };
}

/** A sandbox with its log. */
interface Internals {
  readonly sandbox: ReturnType<LoadedContract["createSandbox"]>;
  readonly log: { entries(): readonly object[] };
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
  readonly "~standard": {
    validate(value: unknown): { readonly issues?: readonly { readonly path: readonly string[] }[] };
  };
}
export interface AnyValidators {
  readonly input: AnyValidator;
  readonly output: AnyValidator;
  readonly outputs?: Readonly<Record<string, AnyValidator>>;
  readonly element: AnyValidator;
}

const packages = join(import.meta.dirname, "../../packages");
const sources: Readonly<Record<string, string>> = {
  "@serviceform/types": join(packages, "types/src/index.ts"),
  "@serviceform/types/contract": join(packages, "types/src/contract/index.ts"),
  "@serviceform/types/openapi.json": join(packages, "types/src/generated/openapi.json"),
  "@serviceform/types/describe": join(packages, "types/src/describe.ts"),
};
const ENTRY = `
export { createClient } from ${JSON.stringify(join(packages, "client/src/index.ts"))};
export { createFetchClient } from ${JSON.stringify(join(packages, "client/src/openapi-fetch/index.ts"))};
export { validators } from ${JSON.stringify(join(packages, "client/src/validate/index.ts"))};
export { createSandbox } from ${JSON.stringify(join(packages, "sandbox/src/index.ts"))};
export { startServer } from ${JSON.stringify(join(packages, "sandbox/src/server/index.ts"))};
export { renderClientCall, renderPathCall } from ${JSON.stringify(join(packages, "sandbox/src/ui/server/samples/render-client-call.ts"))};
export { renderCurl } from ${JSON.stringify(join(packages, "sandbox/src/ui/server/samples/render-curl.ts"))};
export { describeContract } from ${JSON.stringify(join(packages, "sandbox/src/ui/server/reference/describe-contract.ts"))};
export { createInternals } from ${JSON.stringify(join(packages, "sandbox/src/create-sandbox.ts"))};
export { createPages } from ${JSON.stringify(join(packages, "sandbox/src/ui/server/create-pages.ts"))};
export { replayRequest } from ${JSON.stringify(join(packages, "sandbox/src/ui/server/replay-request.ts"))};
export { toClientCall } from ${JSON.stringify(join(packages, "sandbox/src/ui/server/samples/to-client-call.ts"))};
export { exampleBody } from ${JSON.stringify(join(packages, "sandbox/src/ui/server/reference/example-body.ts"))};
export { operationContracts } from "@serviceform/types/contract";
export { matchOperation, operationTable } from "@serviceform/types";
`;

/** The file from which the pages of the sandbox find theirs. */
const assetUrl = join(packages, "sandbox/src/ui/asset-url.ts");

/** The modules of a contract, by the name that the bundle of client and sandbox imports them by. */
type Modules = Readonly<Record<string, object>>;
type Bundle<Exports> = (modules: Modules) => Exports;
type Loaded = Omit<LoadedContract, "files" | "stub">;

/** Bundled once: a contract replaces only the modules that it imports. */
let bundled: Promise<Bundle<Loaded>> | undefined;

/** Generates from a bundled document and loads client and sandbox with it, whose operations are stubs. Throws `SpecError`. */
export async function loadContract(document: OpenApi): Promise<LoadedContract> {
  const stub: LoadedContract["stub"] = { handle: () => undefined };
  return load(document, stub, (ids) =>
    Object.fromEntries(ids.map((id) => [id, (input: unknown) => stub.handle(id, input)])),
  );
}

/** The same with a sandbox that responds with the examples of the contract. */
export async function loadWithoutHandlers(document: OpenApi): Promise<LoadedContract> {
  return load(document, { handle: () => undefined }, () => ({}));
}

async function load(
  document: OpenApi,
  stub: LoadedContract["stub"],
  createHandlers: (operations: readonly string[]) => object,
): Promise<LoadedContract> {
  const files = await renderFiles(document);
  bundled ??= bundle<Loaded>(ENTRY, { name: "client-and-sandbox", resolveId: replaceable });
  const instantiate = await bundled;
  const generated = await loadGenerated(files);
  const table = generated["generated/operation-table"] as Pick<LoadedContract, "operationTable">;
  const handlers = { handlers: createHandlers(Object.keys(table.operationTable)) };
  return { files, stub, ...instantiate({ ...generated, handlers }) };
}

/** Leaves out the files of the generated folder, and the handlers. */
function replaceable(source: string): ResolveIdResult {
  const [, name] = /\/(generated\/[\w-]+)\.js$/.exec(source) ?? [];
  if (name !== undefined) return { id: name, external: true };
  if (source.endsWith("handlers/handlers.js")) return { id: "handlers", external: true };
  return sources[source];
}

async function loadGenerated(files: ReadonlyMap<string, string>): Promise<Modules> {
  const names = [...files.keys()].flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? []);
  const folder = join(packages, "types/src/generated");
  const entry = names.map((name, index) => `export * as module${index} from "${join(folder, `${name}.ts`)}";`);
  const exports = await bundle<Modules>(entry.join("\n"), {
    name: "generated",
    load: (id) => (id.startsWith(folder) ? files.get(basename(id)) : undefined),
  });
  const modules = exports({});
  return Object.fromEntries(names.map((name, index) => [`generated/${name}`, modules[`module${index}`] ?? {}]));
}

/** Bundles a module; the returned function runs it anew with the modules that were left out. */
async function bundle<Exports>(entry: string, plugin: Plugin): Promise<Bundle<Exports>> {
  const entryPlugin: Plugin = {
    name: "entry",
    resolveId: (source) => (source === "entry" ? "\0entry.ts" : undefined),
    load: (id) => (id === "\0entry.ts" ? entry : undefined),
  };
  const build = await rolldown({
    input: "entry",
    platform: "node",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    treeshake: false,
    logLevel: "silent",
    plugins: [entryPlugin, plugin],
  });
  const { output } = await build.generate({ format: "cjs" });
  await build.close();
  const run = compileFunction(output[0].code, ["module", "exports", "require", "__filename"]);
  const require = createRequire(import.meta.url);
  return (modules) => {
    const module = { exports: {} as Exports };
    run(module, module.exports, (id: string) => modules[id] ?? require(id), assetUrl);
    return module.exports;
  };
}
