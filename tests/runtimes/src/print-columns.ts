import { type Column, count, renderMatrix } from "./render-matrix.ts";

/** Prints a matrix of each list of columns, and ends the process with 1 if a case failed or none ran. */
export function printColumns(matrices: readonly (readonly Column[])[]): void {
  const { passed, failed } = count(matrices.flat());
  console.log(`\n${matrices.map(renderMatrix).join("\n\n")}\n\n${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}
