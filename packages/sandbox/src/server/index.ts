export { type SandboxServer, type ServerOptions, startServer } from "./start-server.js";
