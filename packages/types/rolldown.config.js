import { defineConfig } from "rolldown";

/** One file in each format for each entry of `exports`. */
const entry = (name, input) => ({
  input: { [name]: input },
  platform: "neutral",
  output: [
    { format: "es", dir: "dist", sourcemap: true },
    { format: "cjs", dir: "dist/cjs", sourcemap: true },
  ],
});

export default defineConfig([
  entry("index", "src/index.ts"),
  entry("contract", "src/contract/index.ts"),
  entry("describe", "src/describe.ts"),
]);
