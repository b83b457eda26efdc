import { readFile } from "node:fs/promises";
import GithubSlugger from "github-slugger";
import { lexer, type MarkedToken, type Token, walkTokens } from "marked";

export interface Page {
  /** The targets of its links and pictures, as written. */
  readonly targets: readonly string[];
  /** The anchors of its headings, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
}

/** Reads the targets and the anchors of a Markdown file. */
export async function readPage(file: string): Promise<Page> {
  const targets: string[] = [];
  const anchors = new Set<string>();
  const slugger = new GithubSlugger();
  walkTokens(lexer(await readFile(file, "utf8")), (anyToken: Token) => {
    const token = anyToken as MarkedToken;
    if (token.type === "link" || token.type === "image") targets.push(token.href);
    else if (token.type === "heading") anchors.add(slugger.slug(textOf(token.tokens)));
    else if (token.type === "html") targets.push(...readAttributes(token.text));
  });
  return { targets, anchors };
}

/** The text of a heading, without marks for code and links. */
function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ("tokens" in token && token.tokens) return textOf(token.tokens);
      return "text" in token ? token.text : token.raw;
    })
    .join("");
}

function readAttributes(html: string): string[] {
  return [...html.matchAll(/\b(?:href|src|srcset)="([^"]+)"/g)].map(([, target = ""]) => target);
}
