import { type OpenSandbox, openSandbox as openUnjudged, type Sandbox } from "../create-sandbox.js";
import type { Handlers } from "../handlers/handler.js";
import type { SandboxOptions } from "../options.js";
import { type SandboxServer, type ServerOptions, serveSandbox } from "../server/start-server.js";
import { type JudgedSandbox, judgeAnswers } from "./judge-answers.js";

const opened: JudgedSandbox[] = [];
const wrong: string[] = [];

/** As the real one, except that a test fails in which an answer is not as the contract or a fault has it. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return openSandbox(options).sandbox;
}

/** As the real one, with its answers judged. */
export function openSandbox(options: SandboxOptions, handlers?: Handlers): OpenSandbox {
  return judged(openUnjudged(options, handlers));
}

/** As the real one, with its answers judged before they go to the socket. */
export async function startServer({ port, host, allowHosts, ...options }: ServerOptions = {}): Promise<SandboxServer> {
  return serveSandbox(openSandbox(options), { port, host, allowHosts });
}

/** Has the answers of a sandbox judged from now on. */
export function judged(open: OpenSandbox): OpenSandbox {
  const sandbox = judgeAnswers(open, (sentence) => wrong.push(sentence));
  opened.push(sandbox);
  return sandbox;
}

/** What was wrong since it was last asked, with the requests that came in past the judge. */
export function takeVerdicts(): string[] {
  const unheard = opened.flatMap(({ takeUnheard }) => takeUnheard());
  return [...wrong.splice(0), ...unheard.map(({ method, url }) => `${method} ${url} came in past the judge.`)];
}

/** Lets go of the sandboxes of a file of tests. */
export function forgetSandboxes(): void {
  opened.length = 0;
}
