import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compile, importPeer, packageFolder } from "./compile.ts";
import { drawPictures } from "./draw-pictures.ts";
import { readEnvironment } from "./environment.ts";
import { generatePeers } from "./generate-peers.ts";
import type { Metric } from "./metric.ts";
import { assistants } from "./metrics/assistants.ts";
import { exports } from "./metrics/exports.ts";
import { fleet } from "./metrics/fleet.ts";
import { generation } from "./metrics/generation.ts";
import { importCost } from "./metrics/import.ts";
import { mirror } from "./metrics/mirror.ts";
import { overhead } from "./metrics/overhead.ts";
import { sandbox } from "./metrics/sandbox.ts";
import { size } from "./metrics/size.ts";
import { start } from "./metrics/start.ts";
import { stream } from "./metrics/stream.ts";
import { throughput } from "./metrics/throughput.ts";
import { types } from "./metrics/types.ts";
import { peers } from "./peer.ts";
import { type Results, renderResults } from "./render-results.ts";
import { renderTable } from "./render-table.ts";
import type { MetricResult } from "./result.ts";
import { verifyPeer } from "./verify-peer.ts";

const metrics: Readonly<Record<string, Metric>> = {
  size,
  import: importCost,
  overhead,
  throughput,
  types,
  stream,
  mirror,
  generation,
  fleet,
  exports,
  start,
  assistants,
  sandbox,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(metrics, name));
if (unknown.length > 0) {
  console.error(`No metric ${unknown.join(", ")}; there are ${Object.keys(metrics).join(", ")}.`);
  process.exit(1);
}
for (const name of ["types", "client", "cli", "sync", "mcp"].map((folder) => `@serviceform/${folder}`)) {
  if (existsSync(fileURLToPath(import.meta.resolve(name)))) continue;
  console.error(`${name} is not built. Run: npx -y pnpm@12 build`);
  process.exit(1);
}
await generatePeers();
await compile();
const requests = await verifyPeers();
for (const [name, metric] of Object.entries(metrics)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n## ${name}\n`);
  const result = await metric(values);
  show(result);
  // A quick run only checks that everything works; its figures are too imprecise to keep.
  if (!values.quick) await keep(name, result);
}

/** Lists the invalid requests of each peer, which is measured nevertheless. */
async function verifyPeers(): Promise<MetricResult> {
  const rows = [];
  for (const { name, label } of peers) {
    const issues = await verifyPeer(await importPeer(name, "verify"));
    rows.push([label, issues.join("; ") || "nothing"]);
  }
  const result: MetricResult = {
    method:
      "Each operation called once, with values that need encoding, on a recording fetch. A peer that sends something wrong is measured all the same.",
    tables: [{ columns: ["peer", "sends wrong"], rows }],
    targets: [],
  };
  show(result);
  return result;
}

function show({ method, tables, targets }: MetricResult): void {
  console.log(method);
  for (const table of tables) console.log(`\n${table.title ? `${table.title}:\n\n` : ""}${renderTable(table)}`);
  for (const { what, target, measured, held } of targets) {
    console.log(`\n${held ? "held" : "NOT HELD"}: ${what}: ${measured}, due ${target}`);
  }
}

/** Replaces one metric in generated/results.json and updates the files that depend on it. */
async function keep(name: string, result: MetricResult): Promise<void> {
  const file = join(packageFolder, "generated/results.json");
  const known = JSON.parse(await readFile(file, "utf8").catch(() => "{}")) as Results;
  const environment = readEnvironment();
  const measured: Results = {
    ...known,
    requests: { ...requests, ...environment },
    [name]: { ...result, ...environment },
  };
  const order = ["requests", ...Object.keys(metrics)];
  const results = Object.fromEntries(order.flatMap((key) => (measured[key] ? [[key, measured[key]] as const] : [])));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(join(packageFolder, "RESULTS.md"), renderResults(results));
  const pictures = join(packageFolder, "pictures");
  await mkdir(pictures, { recursive: true });
  for (const [file, svg] of drawPictures(results)) await writeFile(join(pictures, file), svg);
}
