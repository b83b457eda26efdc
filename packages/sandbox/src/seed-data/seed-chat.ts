import type { Chat, Message } from "@serviceform/types";
import { between, createRandom, pick, type Random } from "./random.js";
import { recordId } from "./record-id.js";
import { pages, sites, sources } from "./sites.js";
import type { Birth } from "./timeline.js";
import { createVisitor } from "./visitor.js";

/** The `type` of a message that a chatbot sent. */
export const CHATBOT = "chatbot";

/** So few that each visitor has several chats. */
const VISITORS = 40;

const agents = [
  { id: "agent-1", name: "Noor Haddad", email: "noor.haddad@example.com", team: "Support", pace: 25 },
  { id: "agent-2", name: "Elias Berg", email: "elias.berg@example.com", team: "Support", pace: 45 },
  { id: "agent-3", name: "Rosa Costa", email: "rosa.costa@example.com", team: "Sales", pace: 60 },
  { id: "agent-4", name: "Kofi Okafor", email: "", team: "Sales", pace: 90 },
  { id: "agent-5", name: "Hana Ito", email: "hana.ito@example.com", team: "Onboarding", pace: 120 },
];
const openings = [
  "Hello, how can I help you?",
  "Welcome back! What can I do for you?",
  "Hi! Ask me anything about your booking.",
];
export const questions: readonly string[] = [
  "I have a question about your service.",
  "Can I move my appointment?",
  "How much is the larger plan?",
  "My invoice seems to be wrong.",
];
const replies = [
  "Let me look that up for you.",
  "You are booked for Tuesday at nine.",
  "I have sent it to your email address.",
  "The price list is on our pricing page.",
];
const thanks = ["Thank you for your help!", "Perfect, that is all.", "I will think about it."];

/** Creates a chat with its messages, always the same for the same birth. */
export function seedChat({ seed, stream, index, timeOf }: Birth): Chat {
  const random = createRandom(stream, "chat", index);
  const cid = recordId("chat", seed, index);
  const visitor = createVisitor(seed, between(random, 0, VISITORS - 1));
  const agent = pick(random, agents);
  const [site, page] = [pick(random, sites), pick(random, pages)];
  const withBot = random() < 0.45;
  const live = !withBot || random() < 0.6;
  const host = live ? "agent" : CHATBOT;
  const lastMessageTime = Math.floor(timeOf(index, random) / 1000);
  const history = createConversation(random, { cid, withBot, live, pace: agent.pace, end: lastMessageTime });
  const first = history[0]?.timestamp ?? lastMessageTime;
  return {
    cid,
    agentId: agent.id,
    agentName: agent.name,
    agentEmail: agent.email,
    ...(live && { agentJoinedTime: first, livechatStarted: first, lastLiveMsg: lastMessageTime }),
    avgBetweenMsg: Math.round(((lastMessageTime - first) / Math.max(history.length - 1, 1)) * 10) / 10,
    business_phone: visitor.businessPhone,
    phone: visitor.phone,
    first_name: visitor.firstName,
    last_name: visitor.lastName,
    name: visitor.name,
    fullUrl: `https://${site.host}${page.path}`,
    url: page.path,
    changed: lastMessageTime,
    lastMessage: history.at(-1)?.message ?? "",
    lastMessageTime,
    lastSender: history.length % 2 === 0 ? "visitor" : host,
    leadSentTo: random() < 0.3 ? "sales@example.com" : "",
    livechat: live ? 1 : 0,
    msgType: history.at(-1)?.type ?? "text",
    regNo: `ABC${between(random, 100, 999)}`,
    session: `session-${between(random, 1, 9999)}`,
    sid: site.sid,
    sitename: site.name,
    source: pick(random, sources),
    team: agent.team,
    uid: visitor.uid,
    history,
  };
}

interface Conversation {
  readonly cid: string;
  readonly withBot: boolean;
  readonly live: boolean;
  /** The approximate number of seconds between two messages. */
  readonly pace: number;
  readonly end: number;
}

function textsAt(position: number, length: number): readonly string[] {
  if (position === 0) return openings;
  if (position % 2 === 0) return replies;
  return position === length - 1 ? thanks : questions;
}

/** Opening, question, reply, question, …: every other message is the visitor's, and the last one is at `end`. */
function createConversation(random: Random, { cid, withBot, live, pace, end }: Conversation): Message[] {
  const length = between(random, 2, 9);
  const gaps = Array.from({ length: length - 1 }, () => between(random, 5, 2 * pace));
  let timestamp = end - gaps.reduce((total, gap) => total + gap, 0);
  return Array.from({ length }, (_, position) => {
    if (position > 0) timestamp += gaps[position - 1] ?? 0;
    const fromVisitor = position % 2 === 1;
    const byBot = withBot && !fromVisitor && (!live || position === 0);
    return {
      id: `${cid}-msg-${position + 1}`,
      message: pick(random, textsAt(position, length)),
      type: byBot ? CHATBOT : "text",
      timestamp,
    };
  });
}
