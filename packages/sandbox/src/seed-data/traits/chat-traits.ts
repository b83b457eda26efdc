import type { Chat } from "@serviceform/types";
import { absentField, FUTURE_TIME, SAME_TIME, unknownField } from "./field-traits.js";
import { inField, loneSurrogate, longMessage, nul, personalFormulas, textTraits } from "./texts.js";
import { inTheFuture } from "./times.js";
import type { Trait } from "./trait.js";

/** The traits of chats. None changes `lastMessageTime`, by which chats are sorted. */
export const chatTraits: readonly Trait<Chat>[] = [
  {
    name: "empty text",
    catches: "an empty text taken for an address, and a default by `??` alone",
    apply: (chat) => ({ ...chat, agentEmail: "", fullUrl: "", leadSentTo: "" }),
  },
  ...textTraits.map((trait) => inField<Chat>(trait, (chat, name) => ({ ...chat, name }))),
  personalFormulas(),
  inField(longMessage, withMessage),
  inField(nul, withMessage),
  // Every chat has `source`, which the statistics count, and `lastMessageTime`, by which ranges filter.
  absentField<Chat>(["phone", "agentName", "agentId", "sitename", "changed", "team", "name"]),
  inField(loneSurrogate, withMessage),
  {
    name: "same changed",
    catches: SAME_TIME,
    apply: (chat, { neighbor }) => ({ ...chat, changed: neighbor().changed ?? 0 }),
  },
  {
    name: "time in the future",
    catches: FUTURE_TIME,
    apply: (chat, { end }) => ({ ...chat, changed: Math.floor(Date.parse(inTheFuture(end)) / 1000) }),
  },
  unknownField({ crm: { score: 87, tags: ["new"] } }),
  {
    name: "number at its limit",
    catches: "0 taken for none, and a session without a second message",
    apply: (chat) => ({ ...chat, avgBetweenMsg: 0, livechat: 0 }),
  },
  {
    name: "same phone",
    catches: "a phone number taken for a key",
    apply: (chat, { neighbor }) => ({ ...chat, phone: neighbor().phone ?? "" }),
  },
];

/** Replaces the first message, so that the last one still matches `lastMessage`. */
function withMessage(chat: Chat, message: string): Chat {
  const [first, ...others] = chat.history ?? [];
  return first ? { ...chat, history: [{ ...first, message }, ...others] } : chat;
}
