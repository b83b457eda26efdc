import { compiledChild, compiledPeer, RAW_PACKED } from "../compile.ts";
import type { Metric } from "../metric.ts";
import { OURS, RAW, withControl } from "../peer.ts";
import { atMost, milliseconds, times } from "../result.ts";
import { runNode } from "../run-node.ts";
import { startServer } from "../start-server.ts";
import { interleave, median } from "../statistics.ts";

const CREATE_LIMIT_MS = 8;
const DESCRIBE = "@serviceform/types/describe";
const DESCRIBE_LIMIT_MS = 4;
const RESPONSE_LIMIT = 1.1;

/** The time of a new process until a client exists, until its first response, and until the descriptions are loaded. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a measurement and its tables, laid out in one go
export const importCost: Metric = async ({ quick }) => {
  await using server = await startServer();
  const rounds = quick ? 3 : 50;
  const subjects = [...withControl, { name: RAW_PACKED, label: "raw fetch, in a package" }];
  const nothing = { peer: "", baseUrl: "" };
  const describe = { peer: import.meta.resolve(DESCRIBE), baseUrl: "" };
  const pairs = subjects.map(({ name, label }) => {
    const peer = compiledPeer(name);
    return { name, label, create: { peer, baseUrl: "" }, response: { peer, baseUrl: server.baseUrl } };
  });
  const tasks = [nothing, describe, ...pairs.flatMap(({ create, response }) => [create, response])];
  const agesOf = await interleave(tasks, rounds, ({ peer, baseUrl }) => spawn(peer, baseUrl));
  const empty = agesOf(nothing);
  /** Best and median of the rounds, minus those of an empty process. */
  const over = (task: (typeof tasks)[number]): { best: number; middle: number } => {
    const ages = agesOf(task);
    return { best: Math.min(...ages) - Math.min(...empty), middle: median(ages) - median(empty) };
  };
  const rows = pairs.map((pair) => ({ ...pair, create: over(pair.create), response: over(pair.response) }));
  const ours = rows.find(({ name }) => name === OURS);
  const raw = rows.find(({ name }) => name === RAW);
  const responseRatio = (ours?.response.best ?? Number.NaN) / (raw?.response.best ?? Number.NaN);
  return {
    method: `${rounds} rounds of fresh processes in random order, each over an empty process (best ${milliseconds(Math.min(...empty))}, median ${milliseconds(median(empty))}). Packages load as installed; a peer's own or generated code is one file. "raw fetch, in a package" is the same lines behind a bare specifier: what any installed client costs at least.`,
    tables: [
      {
        columns: ["peer", "create, best", "create, median", "first response, best", "first response, median"],
        rows: rows
          .toSorted((left, right) => left.create.best - right.create.best)
          .map(({ label, create, response }) => [
            label,
            ...[create.best, create.middle, response.best, response.middle].map(milliseconds),
          ]),
      },
    ],
    targets: [
      atMost(
        "import and create, best round over an empty process",
        ours?.create.best ?? Number.NaN,
        CREATE_LIMIT_MS,
        milliseconds,
      ),
      atMost(
        "import of the descriptions, best round over an empty process",
        over(describe).best,
        DESCRIBE_LIMIT_MS,
        milliseconds,
      ),
      atMost("first response, best round, × raw fetch", responseRatio, RESPONSE_LIMIT, times),
    ],
  };
};

async function spawn(peer: string, baseUrl: string): Promise<number> {
  return Number(await runNode([compiledChild("measure-import"), peer, baseUrl].filter(Boolean)));
}
