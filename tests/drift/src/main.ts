import { runDrift } from "./run-drift.ts";

process.exitCode = await runDrift(process.argv.slice(2), process.env, {
  say: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
