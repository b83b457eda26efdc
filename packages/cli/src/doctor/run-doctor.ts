import { openClient, type ResponseObserver } from "../connection/open-client.js";
import type { ConnectionFlags } from "../flags/connection-flags.js";
import type { Io } from "../io.js";
import { bold } from "../output/color.js";
import { checkClock, checkNode, checkProxy } from "./check-machine.js";
import { checkOperations } from "./check-operations.js";
import { type CheckResult, toFailure } from "./check-result.js";

export interface DoctorFlags extends ConnectionFlags {
  readonly json?: boolean;
}

/** Prints a line for each check. Returns 4 if the API rejects the key, 1 if another check fails, else 0. */
export async function runDoctor(flags: DoctorFlags, io: Io): Promise<number> {
  const results: CheckResult[] = [];
  for await (const result of runChecks(flags, io)) {
    results.push(result);
    if (!flags.json) io.stdout.write(renderResult(result, io));
  }
  if (flags.json) {
    const shown = results.map(({ status, check, message }) => ({ status, check, message }));
    io.stdout.write(`${JSON.stringify(shown)}\n`);
  }
  if (results.some(({ unauthorized }) => unauthorized)) return 4;
  return results.some(({ status }) => status === "fail") ? 1 : 0;
}

async function* runChecks(flags: DoctorFlags, io: Io): AsyncGenerator<CheckResult> {
  const { node } = process.versions;
  yield checkNode(node);
  yield checkProxy(io.env, node);
  yield* checkAccount(flags, io);
}

/**
 * Checks the key, then host and clock with the first response, then each operation. Ends early if the API does not
 * respond.
 */
async function* checkAccount(flags: DoctorFlags, io: Io): AsyncGenerator<CheckResult> {
  const responses: { readonly host: string; readonly date: string | null; readonly receivedAt: number }[] = [];
  const observe: ResponseObserver = (url, { headers }) => {
    responses.push({ host: new URL(url).host, date: headers.get("date"), receivedAt: Date.now() });
  };
  // A failed check is a result; a retry would only delay it.
  const client = await openClient({ ...flags, retries: flags.retries ?? 0 }, io, observe).catch((error: unknown) => {
    if (Object(error).name === "CredentialsError") return toFailure("key", error);
    throw error;
  });
  if ("check" in client) return yield client;
  yield { status: "ok", check: "key", message: flags.sandbox ? "the key of the sandbox" : "found" };

  let isFirst = true;
  for await (const result of checkOperations(client, io.signal)) {
    const [response] = responses;
    if (!response) return yield { ...result, check: "host" };
    if (isFirst) {
      yield { status: "ok", check: "host", message: `${response.host} responds` };
      yield checkClock(response.date, response.receivedAt);
    }
    isFirst = false;
    yield result;
  }
}

function renderResult({ status, check, message }: CheckResult, io: Io): string {
  return `${bold(status.padEnd(4), io)}  ${check.padEnd(14)}  ${message}\n`;
}
