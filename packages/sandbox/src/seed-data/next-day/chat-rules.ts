import type { Chat } from "@serviceform/types";
import { pick } from "../random.js";
import { questions } from "../seed-chat.js";
import type { SeedRecords } from "../seed-records.js";
import type { ChangeMoment, ListRules } from "./list-rules.js";

/** Half of the changed chats get a message; the other changes cannot be found by a range of times in a query. */
export function chatRules({ seedChat }: SeedRecords): ListRules<Chat> {
  return {
    noun: "chat",
    minimum: 1,
    order: { timeOf: ({ lastMessageTime = 0 }) => lastMessageTime * 1000 },
    keyOf: ({ cid }) => cid,
    create: seedChat,
    changes: [
      { renews: true, apply: addMessage },
      { renews: false, apply: sendLead },
    ],
  };
}

function addMessage(chat: Chat, { time, random }: ChangeMoment): Chat {
  const { cid, history = [] } = chat;
  const timestamp = Math.floor(time / 1000);
  const message = { id: `${cid}-msg-${history.length + 1}`, message: pick(random, questions), type: "text", timestamp };
  return {
    ...chat,
    history: [...history, message],
    lastMessage: message.message,
    lastMessageTime: timestamp,
    lastSender: "visitor",
    msgType: message.type,
    changed: timestamp,
  };
}

function sendLead(chat: Chat, { time }: ChangeMoment): Chat {
  const leadSentTo = chat.leadSentTo === "sales@example.com" ? "support@example.com" : "sales@example.com";
  return { ...chat, changed: Math.floor(time / 1000), leadSentTo };
}
