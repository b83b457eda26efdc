import { join } from "node:path";
import { run } from "../../src/run.ts";
import { createProject } from "../create-project.ts";
import { apiKey } from "../installed.ts";
import { startProcess } from "../start-process.ts";
import { type ServedSandbox, startSandbox } from "../start-sandbox.ts";

const BUILD_LIMIT_MS = 300_000;

export interface NextApp extends AsyncDisposable {
  readonly api: ServedSandbox;
  readonly folder: string;
  /** The output of `next build` and its exit code. */
  readonly build: { readonly code: number | null; readonly output: string };
  /** Runs `next start` and returns its URL. */
  start(): Promise<string>;
}

/** Builds an app with a version of Next.js, while an API with one lead runs. */
export async function buildNextApp(version: string, app: string): Promise<NextApp> {
  await using stack = new AsyncDisposableStack();
  const api = stack.use(await startSandbox());
  setLead(api, "lead-of-the-build");
  const { folder } = stack.use(await createProject(version, join(import.meta.dirname, app)));
  const env = { NEXT_TELEMETRY_DISABLED: "1", SERVICEFORM_API_KEY: apiKey, SERVICEFORM_BASE_URL: api.url };
  const next = join(folder, "node_modules/next/dist/bin/next");
  const { code, stdout, stderr } = await run(process.execPath, [next, "build"], folder, BUILD_LIMIT_MS, env);
  const owned = stack.move();
  return {
    api,
    folder,
    build: { code, output: stdout + stderr },
    async start() {
      const args = [next, "start", "--hostname", "127.0.0.1", "--port", "0"];
      const { match } = owned.use(
        await startProcess({ command: process.execPath, args, cwd: folder, env, ready: /(http:\S+)[\s\S]*Ready in/ }),
      );
      return match[1] ?? "";
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Makes a lead the only one that the API has. */
export function setLead(api: ServedSandbox, id: string): void {
  api.sandbox.store.leads.splice(0, Number.POSITIVE_INFINITY, { id });
}
