import { readFileSync } from "node:fs";
import { slug } from "github-slugger";
import { defineConfig } from "vitepress";

const base = process.env.SITE_BASE ?? "/";
const { guides, packages, project } = readContent("navigation.json");
const typescript = readContent("typescript/typedoc-sidebar.json");

export default defineConfig({
  title: "Serviceform API",
  description: "Guides and reference of the Serviceform Public API's TypeScript client and sandbox",
  lang: "en",
  base,
  srcDir: "content",
  outDir: "../dist",
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}icon.svg` }]],
  // Anchors are GitHub's, so that a link holds in both places.
  markdown: { anchor: { slugify: slug } },
  themeConfig: {
    logo: "/icon.svg",
    search: { provider: "local" },
    outline: [2, 3],
    nav: [
      { text: "Guides", link: "/guides/", activeMatch: "/guides/" },
      { text: "Packages", link: "/packages/client", activeMatch: "/packages/" },
      { text: "TypeScript", link: "/typescript/", activeMatch: "/typescript/" },
      { text: "HTTP", link: "/http/index.html", target: "_self" },
      { text: "Project", link: "/project/contract", activeMatch: "/project/" },
    ],
    sidebar: {
      "/guides/": [{ text: "Guides", items: guides }],
      "/packages/": [{ text: "Packages", items: packages }],
      "/typescript/": typescript,
      "/project/": [{ text: "Project", items: project }],
    },
    socialLinks: [{ icon: "github", link: "https://github.com/serviceform/serviceform-api" }],
  },
});

function readContent(file) {
  return JSON.parse(readFileSync(new URL(`../content/${file}`, import.meta.url), "utf8"));
}
