import { type Drift, exitCodeOf, type Report } from "./report.ts";

/** The report as lines for people. */
export function renderReport(report: Report): string {
  const { contract, source, operations, drift, unobserved } = report;
  const lines = [`The contract ${contract} against ${source}: every operation that does not write.`, ""];
  for (const { operation, method, path, calls, statuses, compared, cut, failures, gaps } of operations) {
    const counts = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
    const sample = `${count(compared, "object")}${cut ? ", the rest of long lists unread" : ""}`;
    lines.push(`${operation.padEnd(19)} ${method} ${path}: ${[count(calls, "call"), ...counts, sample].join(", ")}`);
    for (const reason of [...failures, ...gaps]) lines.push(`${" ".repeat(20)}! ${reason}`);
  }
  for (const [file, found] of Map.groupBy(drift, ({ file }) => file)) {
    lines.push("", file, ...found.flatMap(renderDrift));
  }
  const missed = Map.groupBy(
    unobserved,
    ({ file, schema, of }) => `${[file, schema].filter(Boolean).join(" ")}, of ${of}`,
  );
  if (missed.size > 0) lines.push("", "Optional fields that no response had (not drift):");
  for (const [where, fields] of missed) lines.push(`  ${where}: ${fields.map(({ field }) => field).join(", ")}`);
  return [...lines, "", conclude(report), ""].join("\n");
}

function renderDrift({ kind, at, field, expected, received, observed, advice }: Drift): string[] {
  const what = Object.keys(received).join(" or ");
  const subject = field ?? (at.startsWith("properties.") ? at.replaceAll("properties.", "") : nameOf(observed));
  const sentence = {
    missing: `${subject} is missing`,
    mistyped: `${subject} is ${what}, not ${expected}`,
    "undeclared-field":
      field === "*" ? `undeclared names that may be data (${what})` : `${subject} is not declared (${what})`,
    "undeclared-status": `${what} is an undeclared status`,
    "not-json": `the body is ${what}, not ${expected}`,
  }[kind];
  const where = observed.map(
    ({ operation, place, count, of }) => `${`${operation} ${place}`.trim()} ${count} of ${of}`,
  );
  return [`  ${sentence}: ${where.join("; ")}`, `    if the API is right: ${advice}`];
}

/** What the whole of a schema describes. */
function nameOf([first]: Drift["observed"]): string {
  const place = first?.place.replace(/^response \d+: /, "") ?? "";
  if (place === "") return "the body";
  return place.endsWith("[]") ? "an element" : place.slice(place.lastIndexOf(".") + 1);
}

function conclude(report: Report): string {
  const { drift, operations } = report;
  const gaps = operations.some(({ gaps }) => gaps.length > 0);
  switch (exitCodeOf(report)) {
    case 0:
      return gaps ? "No drift in the responses; lines with ! list what was not compared." : "No drift.";
    case 1:
      return `${count(drift.length, "difference")}. Edit the files above, then run: npx -y pnpm@12 generate`;
    case 2:
      return "No drift found, but calls failed; lines with ! have the reasons.";
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
