import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFolder } from "../compile.ts";
import type { Metric } from "../metric.ts";
import { atMost, milliseconds, times } from "../result.ts";
import { runNode } from "../run-node.ts";
import { interleave, median, ratio } from "../statistics.ts";
import { createDocument, writeSpec } from "../synthetic-spec.ts";

const LIMIT = 1.5;
const scripts = join(packageFolder, "../scripts");
const bareCli = join(scripts, "node_modules/openapi-typescript/bin/cli.js");
const OURS = "pnpm generate";
const BARE = "openapi-typescript, the same folder";
const BARE_BUNDLED = "openapi-typescript, one bundled file";

/** The time of generation for a contract of that many paths. */
export const generation: Metric = async ({ quick }) => {
  const [paths, rounds] = quick ? [100, 1] : [1_000, 5];
  await using scratch = await mkdtempDisposable(join(tmpdir(), "serviceform-bench-"));
  const spec = join(scratch.path, "spec");
  const bundled = join(scratch.path, "openapi.json");
  const document = await createDocument(paths);
  await writeSpec(document, spec);
  await writeFile(bundled, JSON.stringify(document));
  const target = join(scratch.path, "bare.ts");
  const commands: Record<string, string[]> = {
    [OURS]: [join(scripts, "generate/main.ts"), "--root", scratch.path],
    [BARE]: [bareCli, join(spec, "openapi.yaml"), "-o", target],
    [BARE_BUNDLED]: [bareCli, bundled, "-o", target],
  };
  const valuesOf = await interleave(Object.keys(commands), rounds, async (name) => {
    const startedAt = performance.now();
    await runNode(commands[name] ?? []);
    return performance.now() - startedAt;
  });
  const against = (base: string): number => ratio(valuesOf(OURS), valuesOf(base));
  return {
    method: `${paths} paths, ${rounds} rounds in random order, medians. Ours also lints, bundles, and writes methods, table and schemas; where nothing changed it writes nothing, as on every second run.`,
    tables: [
      {
        columns: ["command", "time", "ours is"],
        rows: Object.keys(commands).map((name) => [name, milliseconds(median(valuesOf(name))), times(against(name))]),
      },
    ],
    targets: [atMost(`generation at ${paths} paths, × the bare openapi-typescript CLI`, against(BARE), LIMIT, times)],
  };
};
