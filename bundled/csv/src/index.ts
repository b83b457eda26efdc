export { type CsvRow, CsvSplitter } from "./csv-splitter.js";
