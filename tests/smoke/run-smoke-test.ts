import { createClient } from "@serviceform/client";
import { validators } from "@serviceform/client/validate";
import type { SandboxServer } from "@serviceform/sandbox/server";
import { operationIds } from "@serviceform/tests-samples";
import { callInOrder } from "./call-in-order.ts";
import { callOthers } from "./call-others.ts";
import { formatFailure, formatHead, formatRow } from "./format.ts";
import { createStep, type Row } from "./step.ts";

export interface SmokeTestOptions {
  startServer: () => Promise<SandboxServer>;
  print: (line: string) => void;
}

/** Calls every operation of a served sandbox and prints the responses; returns the exit code. */
export async function runSmokeTest({ startServer, print }: SmokeTestOptions): Promise<0 | 1> {
  const server = await startServer();
  const rows: Row[] = [];
  try {
    print(`\nThe sandbox listens on ${server.url}. Every call below goes over HTTP.\n\n${formatHead()}`);
    const { hooks, step } = createStep((row) => {
      rows.push(row);
      print(formatRow(row));
    });
    const connection = { apiKey: "sf_sandbox_key", baseUrl: server.url };
    const client = createClient({ ...connection, hooks, validate: "throw", validators });
    await callInOrder(client, step);
    const called = () => new Set(rows.map(({ operation }) => operation));
    const others = operationIds.filter((id) => !called().has(id));
    await callOthers(client, step, others);
    print(`\n${rows.length} calls, all ${called().size} operations, every response as expected.\n`);
    return 0;
  } catch (error) {
    print(formatFailure(error));
    return 1;
  } finally {
    await server.close();
  }
}
