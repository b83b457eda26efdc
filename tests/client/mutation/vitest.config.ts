import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import manifest from "../../../packages/client/package.json" with { type: "json" };

// In the zone UTC, a date whose zone is missing is read right by chance.
process.env.TZ = "America/New_York";

const root = resolve(import.meta.dirname, "../../..");

/** The entries of the client as sources, which Stryker mutates. */
const alias = Object.keys(manifest.exports).map((name) => ({
  find: new RegExp(`^@serviceform/client${name.slice(1)}$`),
  replacement: resolve(root, "packages/client/src", name, "index.ts"),
}));

/** Runs what takes seconds last, such as the tests of other contracts, which bundle the client: most mutants need none. */
class SlowLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification): boolean => /tests\/contracts|cases\.memory/.test(moduleId);
    return [...sorted.filter((file) => !isSlow(file)), ...sorted.filter(isSlow)];
  }
}

export default defineConfig({
  root,
  resolve: { alias },
  define: { CLIENT_VERSION: JSON.stringify(manifest.version) },
  test: {
    include: [
      "packages/client/**/*.test.ts",
      "tests/client/**/*.test.ts",
      // Code for features that only other contracts use.
      "tests/contracts/!(another-api).test.ts",
    ],
    // Not those that open sockets or start processes: every mutant runs the tests that reach it. `cases.test.ts` runs
    // some of the cases of `cases.memory.slow.test.ts`.
    exclude: [
      "**/node_modules/**",
      "**/!(cases.memory).slow.test.ts",
      "tests/client/chaos/**",
      "tests/client/cases.test.ts",
    ],
    sequence: { sequencer: SlowLast },
    reporters: ["dot"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
    setupFiles: [resolve(root, "tests/client/properties/seed.ts")],
    env: { SERVICEFORM_API_KEY: "", SERVICEFORM_BASE_URL: "" },
  },
});
