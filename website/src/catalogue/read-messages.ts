import { readFileSync } from "node:fs";
import { lexer, type Tokens } from "marked";
import type { Message } from "./read-sources.ts";

/** A message on the page of errors. */
export interface ListedMessage extends Message {
  /** The text after the message: the reason and the fix. */
  readonly explanation: string;
}

/** Reads the lists of messages of a page, such as "- `message`, `message`: explanation", by the heading above them. */
export function readMessages(file: string): ListedMessage[] {
  let section = "";
  const messages: ListedMessage[] = [];
  for (const token of lexer(readFileSync(file, "utf8"))) {
    if (token.type === "heading") section = token.text.toLowerCase();
    if (token.type === "list")
      for (const item of (token as Tokens.List).items) messages.push(...readItem(section, item));
  }
  return messages;
}

function readItem(section: string, { text }: Tokens.ListItem): ListedMessage[] {
  const [, names = "", explanation = ""] = /^((?:`[^`]+`(?:, )?)+): (.+)/s.exec(text.replaceAll(/\s+/g, " ")) ?? [];
  return [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => ({ section, text: name, explanation }));
}
