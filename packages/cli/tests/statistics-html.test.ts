import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Chat } from "@serviceform/client";
import { beforeEach, expect, test } from "vitest";
import { formatFigure, formatTime, SECONDS } from "../src/statistics/format-figure.js";
import { renderPage } from "../src/statistics/html/render-page.js";
import { previousPeriod } from "../src/statistics/report.js";
import { createFolder } from "./create-folder.js";
import { runCli } from "./run-cli.js";
import { serveSandbox } from "./serve-sandbox.js";

const RANGE = ["--from", "2025-06-08", "--to", "2025-06-10T23:59:59Z"];
const MARKUP = "</svg><script>alert(1)</script>";
const QUOTES = `" onload="alert(1)' x='`;
const ARABIC = "\u0634\u0643\u0631\u0627 \u{1F600}";
const ADDRESS = "nul\u0000 https://example.com/x.png";

let folder = "";

beforeEach(async () => {
  folder = await createFolder();
});

function chat(cid: string, time: string, rest: Partial<Chat>): Chat {
  return { cid, lastMessageTime: Date.parse(time) / 1000, ...rest };
}

/** Three chats in the range, two in the three days before, and one before those. */
const CHATS: readonly Chat[] = [
  chat("a", "2025-06-08T00:00:00Z", { avgBetweenMsg: 30, source: MARKUP, agentId: "1", agentName: QUOTES }),
  chat("b", "2025-06-08T12:00:00Z", { avgBetweenMsg: 60, source: ARABIC, agentId: "1", agentName: QUOTES }),
  chat("c", "2025-06-10T23:59:59Z", { avgBetweenMsg: 120, source: ADDRESS, agentId: "2" }),
  chat("d", "2025-06-07T23:59:59Z", { avgBetweenMsg: 100 }),
  chat("e", "2025-06-05T00:00:00Z", { avgBetweenMsg: 140 }),
  chat("f", "2025-06-04T23:59:59Z", { avgBetweenMsg: 9 }),
];

async function show(chats: readonly Chat[], ...flags: string[]) {
  await using server = await serveSandbox({ now: "2025-06-30T12:00:00Z", data: { chats: [...chats] } });
  const file = join(folder, "chats.html");
  const result = await runCli(["statistics", "show", ...RANGE, "--html", file, ...flags], { env: server.env });
  expect(result).toEqual({ exitCode: 0, stdout: "", stderr: `chat statistics in ${file}\n` });
  expect(await readdir(folder)).toEqual(["chats.html"]);
  return readFile(file, "utf8");
}

/** Throws if a tag is not closed, or closed in the wrong place, or an attribute is not quoted. */
function assertWellFormed(svg: string): void {
  const open: string[] = [];
  const tag = /<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<>]*")*)(\/?)>/g;
  expect(svg.replace(tag, "")).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/);
  for (const [, closing, name, , empty] of svg.matchAll(tag)) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name ?? "");
  }
  expect(open).toEqual([]);
}

function drawingsOf(page: string): readonly string[] {
  return page.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
}

function tableOf(page: string, id: string): readonly string[] {
  const section = page.slice(page.indexOf(`<section aria-labelledby="${id}"`)).split("</section>")[0] ?? "";
  return (section.match(/<tr>.*?<\/tr>/g) ?? []).map((row) =>
    row.replace(/<\/t[hd]><t[hd]/g, "|<").replace(/<[^>]*>/g, ""),
  );
}

test("a page has the figures of each day, missing ones as a dash", async () => {
  const page = await show(CHATS);
  expect(page).toContain("<h1>Chats from 2025-06-08 to 2025-06-10</h1>");
  expect(tableOf(page, "chats")).toEqual(["From|Chats a day", "2025-06-08|2", "2025-06-09|0", "2025-06-10|1"]);
  expect(tableOf(page, "response-time").slice(1)).toEqual([
    "2025-06-08|45\u00a0s",
    "2025-06-09|–",
    "2025-06-10|120\u00a0s",
  ]);
  expect(tableOf(page, "satisfaction").slice(1)).toEqual(["2025-06-08|4.25", "2025-06-09|–", "2025-06-10|3"]);
  expect(tableOf(page, "agents")).toHaveLength(3);
  expect(tableOf(page, "sources")).toHaveLength(4);
});

test("a page has the totals beside those of the period of the same length before", async () => {
  const page = await show(CHATS);
  expect(page).toContain("The period before: 2025-06-05 to 2025-06-07 23:59:59 UTC.");
  const totals = page.match(/<dd.*?<\/dd>/g)?.map((cell) => cell.replace(/<[^>]*>/g, ""));
  // Three chats of 30, 60 and 120 s after two of 100 and 140 s; the score loses a point for each minute.
  expect(totals).toEqual([
    ...["3", "before: 2 (+1)"],
    ...["70\u00a0s", "before: 120\u00a0s (\u221250\u00a0s)"],
    ...["3.83", "before: 3 (+0.83)"],
  ]);
});

test("a page has no scripts and loads no resources", async () => {
  const page = await show(CHATS);
  const style = page.match(/<style>([\s\S]*?)<\/style>/)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${hash}';`);
  expect(page).not.toMatch(/<script|<link|<img|<iframe|<[^>]*\s(?:on\w+|style|src|href)=/i);
  expect(style).not.toMatch(/url\(|@import|<|http/);
  for (const media of ["(prefers-color-scheme: dark)", "print"]) expect(style).toContain(`@media ${media}`);
  expect(style).toContain("size: A4");
  // Collapsed parts of the screen are printed on paper.
  expect(style).toContain("details::details-content { content-visibility: visible; }");
});

test("a page escapes names of agents and sources", async () => {
  const page = await show(CHATS);
  expect(tableOf(page, "agents")).toContain("&quot; onload=&quot;alert(1)&#39; x=&#39;|2|45\u00a0s");
  expect(tableOf(page, "sources")).toContain("&lt;/svg&gt;&lt;script&gt;alert(1)&lt;/script&gt;|1");
  expect(tableOf(page, "sources")).toContain("\u0634\u0643\u0631\u0627 \u{1F600}|1");
  expect(tableOf(page, "sources")).toContain("nul\ufffd https://example.com/x.png|1");
  expect(page).toContain("<bdi>\u0634\u0643\u0631\u0627 \u{1F600}</bdi>");
});

test("each drawing of a page is well-formed and has a title and a text alternative", async () => {
  const drawings = drawingsOf(await show(CHATS));
  expect(drawings).toHaveLength(6);
  for (const svg of drawings) {
    assertWellFormed(svg);
    const [, title, description] = /role="img" aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? [];
    expect(svg).toMatch(new RegExp(`<title id="${title}">.+</title>\n<desc id="${description}">.+</desc>`));
  }
});

test("a range without chats has a sentence in place of charts", async () => {
  const page = await show([]);
  expect(page).toContain("<p>There were no chats in this range.</p>");
  expect(drawingsOf(page)).toEqual([]);
  expect(page).toContain('<dd class="total">–</dd>\n<dd class="before">before: –</dd>');
});

test("a page shows a dash for null figures and no chart when all are missing", () => {
  const range = { from: "2025-06-08T00:00:00.000Z", to: "2025-06-08T23:59:59.000Z" };
  // An API that violates its contract.
  const figures = { ...range, totalChats: 3, averageResponseTime: null, chatsByAgent: null } as never as typeof range;
  const page = renderPage({ size: "day", buckets: [figures], total: figures, previous: previousPeriod(range) });
  expect(page).toContain('<dd class="total">–</dd>\n<dd class="before">before: –</dd>');
  expect(drawingsOf(page)).toHaveLength(1);
  expect(page.match(/No figures in this range\./g)).toHaveLength(5);
});

test("an error leaves neither a page nor its part file", async () => {
  await using server = await serveSandbox({ faults: [{ kind: "status", status: 500 }] });
  const file = join(folder, "chats.html");
  const flags = ["--html", file, "--retries", "0"];
  const { exitCode } = await runCli(["statistics", "show", ...RANGE, ...flags], { env: server.env });
  expect(exitCode).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test("a page is written as FILE.part first", async () => {
  await mkdir(join(folder, "chats.html.part"));
  const file = join(folder, "chats.html");
  const { exitCode } = await runCli(["statistics", "show", "--sandbox", ...RANGE, "--html", file]);
  expect(exitCode).toBe(1);
  expect(await readdir(folder)).toEqual(["chats.html.part"]);
});

test.for([
  [["--html", "x.html", "--json"], "--html must not be combined with --json"],
  [["--html", ""], "--html must name a file"],
] as const)("%j is a usage error", async ([flags, message]) => {
  const { exitCode, stdout, stderr } = await runCli(["statistics", "show", "--sandbox", ...flags]);
  expect(exitCode).toBe(2);
  expect(stdout + stderr).toContain(message);
});

test("figures and times are short", () => {
  expect(formatFigure(12_345.678, SECONDS)).toBe("12\u202f345.7\u00a0s");
  expect(formatTime("2025-06-08T00:00:00.000Z")).toBe("2025-06-08");
  expect(formatTime("2025-06-08T10:30:00.000Z")).toBe("2025-06-08 10:30");
  expect(formatTime("2025-06-08T10:30:15.250Z")).toBe("2025-06-08 10:30:15");
});
