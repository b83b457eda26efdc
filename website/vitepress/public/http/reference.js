// The rest of the site remembers a choice between light and dark under this name.
const chosen = localStorage.getItem("vitepress-theme-appearance");

globalThis.Scalar.createApiReference("#reference", {
  url: new URL("openapi.json", location.href).href,
  ...(chosen === "dark" || chosen === "light" ? { darkMode: chosen === "dark" } : {}),
  showOperationId: true,
  defaultOpenAllTags: true,
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  // A page of documentation asks nobody for a key; the sandbox's own reference tries operations out.
  hideTestRequestButton: true,
  // Each of these would ask a server of Scalar's, or offer to.
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: "never",
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
});
