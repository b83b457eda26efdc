import { readFileSync } from "node:fs";
import { slug } from "github-slugger";
import { defineConfig } from "vitepress";

const base = process.env.SITE_BASE ?? "/";
const { guides, packages, project } = readContent("navigation.json");
const http = readContent("http.json");
const typescript = readContent("typescript/typedoc-sidebar.json");

export default defineConfig({
  title: "Serviceform API",
  description: "Guides and reference of the tools for the Serviceform Public API",
  lang: "en",
  base,
  srcDir: "content",
  outDir: "../dist",
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}icon.svg` }]],
  // Anchors are GitHub's, so that a link holds in both places.
  markdown: { anchor: { slugify: slug } },
  themeConfig: {
    logo: "/icon.svg",
    // Guides come before references, and a name before a text that mentions it.
    search: { provider: "local", options: { miniSearch: { searchOptions: { boostDocument: rankPage } } } },
    outline: [2, 3],
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

function rankPage(id) {
  if (id.includes("/guides/")) return 4;
  return id.includes("/typescript/") ? 0.5 : 1;
}

function readContent(file) {
  return JSON.parse(readFileSync(new URL(`../content/${file}`, import.meta.url), "utf8"));
}
