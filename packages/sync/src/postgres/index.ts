export { type PostgresOptions, postgresTarget } from "./postgres-target.js";
