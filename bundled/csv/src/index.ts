export { type CsvRow, CsvSplitter } from "./csv-splitter.js";
export { isFormula } from "./is-formula.js";
export { joinChunks } from "./join-chunks.js";
export { type CsvOptions, createCsvRenderer, NDJSON } from "./render-rows.js";
