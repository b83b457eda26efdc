import type { Lead, LeadPage, Message } from "@serviceform/types";
import { between, createRandom, pick, type Random } from "./random.js";
import { recordId } from "./record-id.js";
import { pages, type Site, sites, sources } from "./sites.js";
import type { Birth } from "./timeline.js";
import { createVisitor } from "./visitor.js";

const tools = [
  { tid: "tool-1", name: "Chatbot" },
  { tid: "tool-2", name: "Booking form" },
  { tid: "tool-3", name: "Exit pop-up" },
  { tid: "tool-4", name: "Newsletter form" },
];
const referrers = [
  { name: "search", url: "https://search.example.org/" },
  { name: "newsletter", url: "https://news.example.net/issue/12" },
  { name: "social", url: "https://social.example.com/" },
  { name: "direct", url: "" },
];
const browsers = ["Chrome", "Firefox", "Safari", "Edge"];
const desktops = ["Windows", "macOS", "Linux"];
const mobiles = ["Android", "iOS"];
const campaigns = ["spring", "summer", "autumn", "winter"];
const spaces = ["space-customers", "space-customers", "space-bookings"];
const remarks = [
  "I would like to book a check-up.",
  "Could you send me the price list?",
  "Is there a free slot on Tuesday?",
  "Please call me back after four.",
  "Thank you, that answers my question.",
];

/** Creates a lead, always the same for the same birth. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a lead has many fields, and each takes one line
export function seedLead({ seed, stream, index, timeOf, end }: Birth): Lead {
  const random = createRandom(stream, "lead", index);
  const id = recordId("lead", seed, index);
  const visitor = createVisitor(seed, index);
  const site = pick(random, sites);
  const tool = pick(random, tools);
  const other = pick(random, tools);
  const referrer = pick(random, referrers);
  const time = timeOf(index, random);
  const created = new Date(time).toISOString();
  const leadPages = createPages(random, site, referrer.url);
  const last = leadPages.at(-1);
  return {
    id,
    name: visitor.name,
    first_name: visitor.firstName,
    last_name: visitor.lastName,
    email: visitor.email,
    phone: visitor.phone,
    language: visitor.language,
    created,
    updated: new Date(Math.min(time + between(random, 0, 600_000), end)).toISOString(),
    timestamp: created,
    history: exchange(random, id, Math.floor(time / 1000)),
    tid: tool.tid,
    tool_name: tool.name,
    tools: other.tid === tool.tid ? [{ tid: tool.tid }] : [{ tid: tool.tid }, { tid: other.tid }],
    duration: leadPages.reduce((total, { duration = 0 }) => total + duration, 0),
    pageviews: leadPages.length,
    pages: leadPages,
    page: pages.find(({ path }) => last?.website?.endsWith(path))?.title ?? "Home",
    page_url: last?.website ?? "",
    site: site.host,
    source: pick(random, sources),
    referrer: referrer.name,
    referrer_url: referrer.url,
    browser: pick(random, browsers),
    os: visitor.mobile ? pick(random, mobiles) : pick(random, desktops),
    mobile: visitor.mobile,
    indexed: random() < 0.9,
    tokens: random() < 0.5 ? [{ campaign: pick(random, campaigns) }] : [],
    space_id: pick(random, spaces),
    uid: visitor.uid,
    sid: site.sid,
    pid: `p-${between(random, 1, 99)}`,
  };
}

function createPages(random: Random, site: Site, referrer: string): LeadPage[] {
  const leadPages: LeadPage[] = [];
  let from = referrer;
  for (let count = between(random, 1, 5); count > 0; count -= 1) {
    const website = `https://${site.host}${pick(random, pages).path}`;
    leadPages.push({ website, referrer: from, duration: between(random, 3, 240) });
    from = website;
  }
  return leadPages;
}

function exchange(random: Random, leadId: string, start: number): Message[] {
  const messages: Message[] = [
    { id: `${leadId}-msg-1`, message: "Hello, how can I help you?", type: "text", timestamp: start },
  ];
  for (let number = 2; number <= 1 + between(random, 0, 3); number += 1) {
    const timestamp = (messages.at(-1)?.timestamp ?? start) + between(random, 5, 90);
    messages.push({ id: `${leadId}-msg-${number}`, message: pick(random, remarks), type: "text", timestamp });
  }
  return messages;
}
