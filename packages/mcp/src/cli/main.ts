import { run } from "./run.js";

const code = await run(process.argv.slice(2), process);
// A kept-alive connection would delay the exit for seconds after its client has disconnected.
process.exit(code);
