import { readFileSync } from "node:fs";
import { slug } from "github-slugger";
import { defineConfig } from "vitepress";
import { describePage } from "../../src/site/describe-page.ts";

const DESCRIPTION = "Guides and reference of the tools for the Serviceform Public API";
const base = process.env.SITE_BASE ?? "/";
const { guides, packages, project } = readContent("navigation.json");
const http = readContent("http.json");
// Without the scope, which all of them share and which leaves no room for the rest.
const typescript = readContent("typescript/typedoc-sidebar.json").map(({ text, link, items, ...entry }) => ({
  ...entry,
  text: text.replace(/^@[^/]+\//, ""),
  link,
  // The theme makes a name without a link a button, and puts that of its arrow into it.
  items: items.map((group) => ({ link: `${link}#${slug(group.text)}`, ...group })),
}));

export default defineConfig({
  title: "Serviceform API",
  description: DESCRIPTION,
  lang: "en",
  base,
  srcDir: "content",
  outDir: "../dist",
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}icon.svg` }]],
  markdown: {
    // Anchors are GitHub's, so that a link holds in both places.
    anchor: { slugify: slug },
    // The default themes have comments and keywords with too little contrast.
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    codeTransformers: [{ line: markIndent }],
    config: breakPropertyNames,
  },
  transformPageData: describe,
  themeConfig: {
    logo: "/icon.svg",
    // Guides come before references, and a name before a text that mentions it.
    search: { provider: "local", options: { miniSearch: { searchOptions: { boostDocument: rankPage } } } },
    outline: [2, 3],
    notFound: {
      title: "Page not found",
      quote: "There is no page at this address. Search for it, or start at the home page.",
      linkLabel: "Home page",
      linkText: "Home page",
    },
    nav: [
      { text: "Guides", link: "/guides/", activeMatch: "/guides/" },
      { text: "Packages", link: "/packages/client", activeMatch: "/packages/" },
      {
        text: "Reference",
        activeMatch: "/(http|typescript)/",
        items: [
          { text: "HTTP", link: "/http/" },
          { text: "TypeScript", link: "/typescript/" },
        ],
      },
      { text: "Project", link: "/project/contract", activeMatch: "/project/" },
    ],
    sidebar: {
      "/guides/": guides,
      "/packages/": [{ text: "Packages", items: packages }],
      "/http/": http,
      "/typescript/": typescript,
      "/project/": [{ text: "Project", items: project }],
    },
    socialLinks: [{ icon: "github", link: "https://github.com/serviceform/serviceform-api" }],
  },
});

/** What a search engine or a chat shows of a page. */
function describe(page) {
  const text = readFileSync(new URL(`../content/${page.relativePath}`, import.meta.url), "utf8");
  page.description = describePage(text) ?? DESCRIPTION;
  if (page.relativePath.startsWith("typescript/")) page.frontmatter.pageClass = "typescript";
  const facts = { site_name: "Serviceform API", type: "website", title: page.title, description: page.description };
  page.frontmatter.head = Object.entries(facts).map(([name, content]) => ["meta", { property: `og:${name}`, content }]);
}

/** Gives the style the indent of a line, so that a long one goes on below its first word. */
function markIndent(line, number) {
  const text = this.tokens[number - 1].map(({ content }) => content).join("");
  const [{ length }] = /^ */.exec(text);
  if (length > 0) line.properties.style = `--indent: ${length}ch`;
}

/** The name of a property within others, as TypeDoc writes it, can be wider than its column: it goes on below a dot or slash. */
function breakPropertyNames(markdown) {
  const render = markdown.renderer.rules.code_inline;
  markdown.renderer.rules.code_inline = (tokens, index, options, env, self) => {
    const html = render(tokens, index, options, env, self);
    return env.relativePath.startsWith("typescript/") ? html.replaceAll(/(?<=[\w}][./])(?=[\w{])/g, "<wbr>") : html;
  };
}

function rankPage(id) {
  // The overview has the words of every guide.
  if (id.includes("/guides/#")) return 1;
  // A guide shows how; the list of errors has its words too.
  if (id.includes("/guides/errors")) return 2;
  if (id.includes("/guides/")) return 4;
  if (id.includes("/packages/")) return 2;
  return id.includes("/typescript/") ? 0.5 : 1;
}

function readContent(file) {
  return JSON.parse(readFileSync(new URL(`../content/${file}`, import.meta.url), "utf8"));
}
