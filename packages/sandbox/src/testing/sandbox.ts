import { createInternals as createUnvalidated, type Sandbox, type SandboxInternals } from "../create-sandbox.js";
import type { Handlers } from "../handlers/handler.js";
import type { SandboxOptions } from "../options.js";
import { type SandboxServer, type ServerOptions, serveSandbox } from "../server/start-server.js";
import { type ValidatedSandbox, validateExchanges } from "./validate-exchanges.js";

const opened: ValidatedSandbox[] = [];
const issues: string[] = [];

/** Enough for each irregularity of messy records; generating, sending and validating more takes time in every test. */
const FEW: SandboxOptions = { leadCount: 24, chatCount: 24, itemCount: 24 };

/** As the real one, but a test fails if a response does not match the contract or its fault. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return createInternals(options).sandbox;
}

/** As the real one, with its responses validated, and with fewer records without `leadCount`. */
export function createInternals(options: SandboxOptions, handlers?: Handlers): SandboxInternals {
  const counts = options.leadCount === undefined ? FEW : {};
  return validated(createUnvalidated({ ...counts, ...options }, handlers));
}

/** As the real one, with its responses validated before they go to the socket. */
export async function startServer({ port, host, allowHosts, ...options }: ServerOptions = {}): Promise<SandboxServer> {
  return serveSandbox(createInternals(options), { port, host, allowHosts });
}

/** Validates the responses of a sandbox from now on. */
export function validated(open: SandboxInternals): SandboxInternals {
  const sandbox = validateExchanges(open, (issue) => issues.push(issue));
  opened.push(sandbox);
  return sandbox;
}

/** The issues since the last call, with the requests that were not validated. */
export function takeIssues(): string[] {
  const unvalidated = opened.flatMap(({ takeUnvalidated }) => takeUnvalidated());
  return [...issues.splice(0), ...unvalidated.map(({ method, url }) => `${method} ${url} came in past the validator.`)];
}

/** Releases the sandboxes of a test file. */
export function forgetSandboxes(): void {
  opened.length = 0;
}
