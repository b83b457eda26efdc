import { run } from "./run.js";

const code = await run(process.argv.slice(2), process);
// A connection that is kept alive would hold the process for seconds after its client left.
process.exit(code);
