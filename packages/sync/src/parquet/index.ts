export { parquetTarget } from "./parquet-target.js";
