import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SandboxServer","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/sandbox/server/interfaces/SandboxServer.md","filePath":"typescript/@serviceform/sandbox/server/interfaces/SandboxServer.md"}');
const _sfc_main = { name: "typescript/@serviceform/sandbox/server/interfaces/SandboxServer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">TypeScript</a> / <a href="./../">@serviceform/sandbox/server</a> / SandboxServer</p><h1 id="interface-sandboxserver" tabindex="-1">Interface: SandboxServer <a class="header-anchor" href="#interface-sandboxserver" aria-label="Permalink to &quot;Interface: SandboxServer&quot;">​</a></h1><p>A sandbox that listens.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-port"></a> <code>port</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-sandbox"></a> <code>sandbox</code></td><td><code>readonly</code></td><td><a href="./../../interfaces/Sandbox.html"><code>Sandbox</code></a></td><td>-</td></tr><tr><td><a id="property-url"></a> <code>url</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The base URL to give to a client, without a slash at the end.</td></tr></tbody></table><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="close" tabindex="-1">close() <a class="header-anchor" href="#close" aria-label="Permalink to &quot;close()&quot;">​</a></h3><blockquote><p><strong>close</strong>(): <code>Promise</code>&lt;<code>void</code>&gt;</p></blockquote><p>Stops listening, lets running requests end, and breaks off those that have not ended after a second.</p><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>Promise</code>&lt;<code>void</code>&gt;</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/sandbox/server/interfaces/SandboxServer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SandboxServer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SandboxServer as default
};
