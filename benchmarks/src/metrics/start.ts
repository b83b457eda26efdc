import { join } from "node:path";
import { compiledChild, packageFolder } from "../compile.ts";
import type { Metric } from "../metric.ts";
import { atMost, milliseconds, times } from "../result.ts";
import { runNode } from "../run-node.ts";
import { startServer } from "../start-server.ts";
import { interleave, median, ratio } from "../statistics.ts";

/** `START_ROUNDS` makes a run smaller or larger. */
const ROUNDS = Number(process.env.START_ROUNDS ?? 50);
const BIN = join(packageFolder, "../packages/cli/bin/serviceform.js");
const LIST = ["leads", "list", "--limit", "1"];

/** The time of a command, compared with an empty Node.js process. */
export const start: Metric = async ({ quick }) => {
  const rounds = quick ? 5 : ROUNDS;
  await using server = await startServer();
  const baseUrl = `${server.baseUrl}/60`;
  const own = (...words: string[]) => ({ label: `serviceform ${words.join(" ")}`, args: [BIN, ...words] });
  const empty = { label: "node -e 0", args: ["-e", "0"] };
  const version = own("--version");
  const help = own("leads", "list", "--help");
  const list = own(...LIST);
  const sandboxed = own(...LIST, "--sandbox");
  const commander = {
    label: "the same help with commander",
    args: [compiledChild("commander-help"), "leads", "list", "--help"],
  };
  const bare = { label: "node -e, the same request with fetch", args: ["-e", fetchOnce(`${baseUrl}/leads`)] };
  const tasks = [empty, { ...empty }, version, own("--help"), help, commander, list, bare, sandboxed];
  const env = { ...process.env, SERVICEFORM_API_KEY: "k", SERVICEFORM_BASE_URL: baseUrl };
  const of = await interleave(tasks, rounds, ({ args }) => time(args, env));

  const beside = (task: (typeof tasks)[number], base: (typeof tasks)[number], limit: number) =>
    atMost(`${task.label}, × ${base.label}`, ratio(of(task), of(base)), limit, times);
  return {
    method: `${rounds} rounds of fresh processes in random order, until each has ended; the best, medians, and the median of the ratios within each round. The second empty process shows the noise. The list comes from a server in another process, but for the sandbox's.`,
    tables: [
      {
        columns: ["command", "best", "median", "× an empty process"],
        rows: tasks.map((task) => [
          task.label,
          milliseconds(Math.min(...of(task))),
          milliseconds(median(of(task))),
          times(ratio(of(task), of(empty))),
        ]),
      },
    ],
    targets: [
      beside(version, empty, 1.5),
      beside(help, commander, 1),
      beside(list, empty, 3.5),
      beside(list, bare, 1.5),
      beside(sandboxed, empty, 3.5),
    ],
  };
};

function fetchOnce(url: string): string {
  return `fetch("${url}").then((response) => response.json()).then(([lead]) => console.log(lead))`;
}

async function time(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const startedAt = performance.now();
  await runNode(args, env);
  return performance.now() - startedAt;
}
