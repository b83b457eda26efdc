import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Another build of the client, such as a mutant: the suite then judges that one. */
const client = process.env.CONFORMANCE_CLIENT;

export default defineConfig({
  ...(client && {
    resolve: {
      alias: [
        { find: /^@serviceform\/client$/, replacement: resolve(client, "dist/index.js") },
        { find: /^@serviceform\/client\/openapi-fetch$/, replacement: resolve(client, "dist/openapi-fetch.js") },
      ],
    },
  }),
  test: {
    // Generous: on a machine that is busy with other work a test may stand still for seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    pool: "threads",
    // The files share no state, so each worker loads the client once.
    isolate: false,
    setupFiles: ["properties/seed.ts"],
    reporters: ["dot"],
    env: { SERVICEFORM_API_KEY: "", SERVICEFORM_BASE_URL: "" },
    projects: [
      { extends: true, test: { name: "quick", exclude: ["**/node_modules/**", "sockets/**", "chaos/**"] } },
      { extends: true, test: { name: "sockets", include: ["sockets/*.test.ts"] } },
      { extends: true, test: { name: "chaos", include: ["chaos/*.test.ts"] } },
    ],
  },
});
