import { createClient } from "@serviceform/client";
import { validators } from "@serviceform/client/validate";
import type { SandboxServer } from "@serviceform/sandbox/server";
import { type OperationId, operationTable } from "@serviceform/types";
import { formatHead, formatRow, formatSurprise } from "./format.ts";
import { createStep, type Row } from "./step.ts";
import { visit } from "./visit.ts";
import { visitOthers } from "./visit-others.ts";

export interface TourOptions {
  startServer: () => Promise<SandboxServer>;
  print: (line: string) => void;
}

/** Calls every operation of a served sandbox and prints what came back; answers the exit code. */
export async function runTour({ startServer, print }: TourOptions): Promise<0 | 1> {
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
    await visit(client, step);
    await visitOthers(client, step, notYetCalled(rows));
    print(`\n${rows.length} calls, all ${countOperations(rows)} operations, every answer as expected.\n`);
    return 0;
  } catch (error) {
    print(formatSurprise(error));
    return 1;
  } finally {
    await server.close();
  }
}

function notYetCalled(rows: readonly Row[]): OperationId[] {
  const called = new Set(rows.map(({ operation }) => operation));
  return (Object.keys(operationTable) as OperationId[]).filter((id) => !called.has(id));
}

function countOperations(rows: readonly Row[]): number {
  return new Set(rows.map(({ operation }) => operation)).size;
}
