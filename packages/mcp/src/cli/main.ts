import { run } from "./run.js";

// A host may stop reading stderr, which must not end the connection.
process.stderr.on("error", () => {});
const code = await run(process.argv.slice(2), process);
// A kept-alive connection would delay the exit for seconds after its client has disconnected.
process.exit(code);
