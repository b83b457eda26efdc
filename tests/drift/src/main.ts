import { runDrift } from "./run-drift.ts";

process.exitCode = await runDrift(process.argv.slice(2), process.env, {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
});
