export { type CommandIo, run } from "./run.js";
