import type { Chat } from "@serviceform/types";
import { pick } from "../random.js";
import { formulas, inField, LONE_SURROGATE_TEXT, LONG_MESSAGE, NUL_TEXT, textTraits } from "./texts.js";
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
  {
    name: "formula",
    catches: "cells that a spreadsheet runs",
    apply(chat) {
      const [name, phone, first_name, last_name] = formulas;
      return { ...chat, name, phone, first_name, last_name };
    },
  },
  {
    name: "long message",
    catches: "cells of 32 767 characters, and lines that are too long for a log",
    apply: (chat) => withMessage(chat, LONG_MESSAGE),
  },
  {
    name: "U+0000",
    catches: "PostgreSQL, which stores no such text, and libraries that end a text there",
    apply: (chat) => withMessage(chat, NUL_TEXT),
  },
  {
    name: "absent field",
    catches: "reading a field of undefined, and NOT NULL on optional fields",
    apply(chat, { random }) {
      const { [pick(random, OPTIONAL)]: _absent, ...rest } = chat;
      return rest as Chat;
    },
  },
  {
    name: "lone surrogate",
    catches: "encoders of UTF-8 that throw, and hashes that differ after a round trip",
    apply: (chat) => withMessage(chat, LONE_SURROGATE_TEXT),
  },
  {
    name: "same changed",
    catches: "cursors that go on after the last time that they saw",
    apply: (chat, { neighbor }) => ({ ...chat, changed: neighbor().changed ?? 0 }),
  },
  {
    name: "time in the future",
    catches: "the newest time taken for a cursor",
    apply: (chat, { end }) => ({ ...chat, changed: Math.floor(Date.parse(inTheFuture(end)) / 1000) }),
  },
  {
    name: "unknown field",
    catches: "schemas that are closed, and columns that do not exist",
    apply: (chat) => ({ ...chat, crm: { score: 87, tags: ["new"] } }) as Chat,
  },
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

const OPTIONAL = ["phone", "agentName", "agentId", "source", "changed", "team", "name"] as const;

/** Replaces the first message, so that the last one still matches `lastMessage`. */
function withMessage(chat: Chat, message: string): Chat {
  const [first, ...others] = chat.history ?? [];
  return first ? { ...chat, history: [{ ...first, message }, ...others] } : chat;
}
