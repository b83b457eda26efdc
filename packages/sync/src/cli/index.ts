export { listCommands } from "./list-commands.js";
export { type CommandIo, run } from "./run.js";
