import { defineConfig } from "vitest/config";

// The files share no state, so each worker reads the contract once.
export default defineConfig({ test: { isolate: false, testTimeout: 30_000 } });
