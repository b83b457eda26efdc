import { lexer, type Token, type Tokens } from "marked";

/** What search engines and chats show of a description. */
const LIMIT = 160;

/** The description of a page for search engines and links in chats: its first paragraph, up to a whole sentence or word. */
export function describePage(markdown: string): string | undefined {
  const withoutFrontmatter = markdown.replace(/^---\n[\s\S]*?\n---\n/, "");
  const texts = lexer(withoutFrontmatter)
    .filter((token): token is Tokens.Paragraph => token.type === "paragraph")
    .map(({ tokens }) => tokens.map(readText).join("").replaceAll(/\s+/g, " ").trim());
  // The method and path of an operation, or the path to a page, describe nothing.
  const text = texts.find((each) => each.split(" ").length > 3 && !each.includes(" / "));
  return text && shorten(text.replace(/:$/, "."));
}

function readText(token: Token): string {
  if ("tokens" in token && token.tokens) return token.tokens.map(readText).join("");
  if (token.type === "image" || token.type === "html") return "";
  return "text" in token ? String(token.text) : token.raw;
}

function shorten(text: string): string {
  if (text.length <= LIMIT) return text;
  const head = text.slice(0, LIMIT);
  const end = head.lastIndexOf(". ");
  return end > LIMIT / 3 ? head.slice(0, end + 1) : `${head.slice(0, head.lastIndexOf(" "))} …`;
}
