import type { Chat } from "@serviceform/types";
import type { ChatCounts } from "../client/snapshot.js";

const DAY_MS = 86_400_000;

/** How many days are told apart, up to that of the last chat; the seeded world spans as many. */
const DAYS = 91;

/** Sources beyond these share one row: more could not be told apart in a chart. */
const SOURCES = 5;

/** Counts chats by the day of their last message and by source. */
export function countChats(chats: readonly Chat[]): ChatCounts {
  const dated = chats.map(({ lastMessageTime, source }) => ({
    day: Math.floor((Number(lastMessageTime) * 1_000) / DAY_MS),
    source: source || "unknown",
  }));
  const sources = rankSources(dated.map(({ source }) => source));
  const known = dated.filter(({ day }) => Number.isSafeInteger(day));
  const last = known.reduce((latest, { day }) => Math.max(latest, day), Number.NEGATIVE_INFINITY);
  const first = known.reduce((earliest, { day }) => Math.min(earliest, day), last);
  const start = Math.max(first, last - DAYS + 1);
  const rows = Number.isFinite(last) ? Array.from({ length: last - start + 1 }, () => sources.map(() => 0)) : [];
  let shown = 0;
  for (const { day, source } of known) {
    const row = rows[day - start];
    if (!row) continue;
    const named = sources.findIndex(({ name }) => name === source);
    const column = named === -1 ? sources.length - 1 : named;
    row[column] = (row[column] ?? 0) + 1;
    shown += 1;
  }
  const days = rows.map((counts, index) => ({ day: nameDay(start + index), chats: counts }));
  return { total: chats.length, earlier: chats.length - shown, sources, days };
}

function rankSources(names: readonly string[]): ChatCounts["sources"] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ranked = [...counts].map(([name, chats]) => ({ name, chats }));
  ranked.sort((a, b) => b.chats - a.chats || (a.name < b.name ? -1 : 1));
  if (ranked.length <= SOURCES) return ranked;
  const others = ranked.slice(SOURCES).reduce((sum, { chats }) => sum + chats, 0);
  return [...ranked.slice(0, SOURCES), { name: "others", chats: others }];
}

/** Years beyond what a date can hold are no harm: they are named by number. */
function nameDay(day: number): string {
  const date = new Date(day * DAY_MS);
  return Number.isNaN(date.getTime()) ? `day ${day}` : date.toISOString().slice(0, 10);
}
