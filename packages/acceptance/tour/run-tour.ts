import { createClient } from "@serviceform/client";
import type { SandboxServer } from "@serviceform/sandbox/server";
import { operationTable } from "@serviceform/types";
import { formatHead, formatRow, formatSurprise } from "./format.ts";
import { createStep, type Row } from "./step.ts";
import { Surprise } from "./surprise.ts";
import { visit } from "./visit.ts";

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
    await visit(createClient({ apiKey: "sf_sandbox_key", baseUrl: server.url, hooks }), step);
    refuseGaps(rows);
    print(`\n${rows.length} calls, all ${Object.keys(operationTable).length} operations, every answer as expected.\n`);
    return 0;
  } catch (error) {
    print(formatSurprise(error));
    return 1;
  } finally {
    await server.close();
  }
}

function refuseGaps(rows: readonly Row[]): void {
  const called = new Set(rows.map(({ operation }) => operation));
  const left = Object.keys(operationTable).filter((id) => !called.has(id));
  if (left.length > 0) throw new Surprise("a call of every operation, in tour/visit.ts", `none of ${left.join(", ")}`);
}
