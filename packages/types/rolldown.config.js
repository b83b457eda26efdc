import { defineConfig } from "rolldown";

export default defineConfig({
  input: "src/index.ts",
  platform: "neutral",
  output: [
    { format: "es", dir: "dist", sourcemap: true },
    { format: "cjs", dir: "dist/cjs", sourcemap: true },
  ],
});
