export type { Transaction } from "../target/target.js";
export { type PostgresOptions, postgresTarget } from "./postgres-target.js";
