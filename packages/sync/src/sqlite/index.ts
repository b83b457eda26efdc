export { sqliteTarget } from "./sqlite-target.js";
