import { type Drift, exitCodeOf, type Report } from "./report.ts";

/** The report as lines for people. */
export function renderReport(report: Report): string {
  const { contract, source, operations, drift, unseen } = report;
  const lines = [`The contract ${contract} against ${source}: every operation that does not write.`, ""];
  for (const { operation, method, path, calls, statuses, compared, cut, failures, gaps } of operations) {
    const answered = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
    const sample = `${count(compared, "object")}${cut ? ", the rest of long lists unread" : ""}`;
    lines.push(`${operation.padEnd(20)}${method} ${path}: ${[count(calls, "call"), ...answered, sample].join(", ")}`);
    for (const said of [...failures, ...gaps]) lines.push(`${" ".repeat(20)}! ${said}`);
  }
  for (const [file, found] of Map.groupBy(drift, ({ file }) => file)) {
    lines.push("", file, ...found.flatMap(renderDrift));
  }
  const missed = Map.groupBy(unseen, ({ file, schema, of }) => `${[file, schema].filter(Boolean).join(" ")}, of ${of}`);
  if (missed.size > 0) lines.push("", "Optional fields that no answer had; this is no drift:");
  for (const [where, fields] of missed) lines.push(`  ${where}: ${fields.map(({ field }) => field).join(", ")}`);
  return [...lines, "", conclude(report), ""].join("\n");
}

function renderDrift({ kind, at, field, expected, got, seen, advice }: Drift): string[] {
  const what = Object.keys(got).join(" or ");
  const subject = field ?? (at.startsWith("properties.") ? at.replaceAll("properties.", "") : "the answer");
  const sentence = {
    missing: `${subject} is missing`,
    mistyped: `${subject} is ${what}, not ${expected}`,
    "undeclared-field":
      field === "*" ? `undeclared names that may be data (${what})` : `${subject} is not declared (${what})`,
    "undeclared-status": `${what} is answered, which is not declared`,
    "not-json": `the answer is ${what}, not ${expected}`,
  }[kind];
  const where = seen.map(
    ({ operation, place, count, of }) => `${[operation, place].filter(Boolean).join(" ")} ${count} of ${of}`,
  );
  return [`  ${sentence}: ${where.join("; ")}`, `    if the API is right: ${advice}`];
}

function conclude(report: Report): string {
  const { drift, operations } = report;
  const gaps = operations.some(({ gaps }) => gaps.length > 0);
  switch (exitCodeOf(report)) {
    case 0:
      return gaps ? "No drift in what came back. What could not be compared is marked with ! above." : "No drift.";
    case 1:
      return `${count(drift.length, "difference")}. Edit the files above, then run: pnpm generate`;
    case 2:
      return "No drift was found, but calls failed: what is marked with ! above says why.";
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
