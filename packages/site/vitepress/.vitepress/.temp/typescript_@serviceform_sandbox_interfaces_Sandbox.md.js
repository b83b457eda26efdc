import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Sandbox","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/sandbox/interfaces/Sandbox.md","filePath":"typescript/@serviceform/sandbox/interfaces/Sandbox.md"}');
const _sfc_main = { name: "typescript/@serviceform/sandbox/interfaces/Sandbox.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/sandbox</a> / Sandbox</p><h1 id="interface-sandbox" tabindex="-1">Interface: Sandbox <a class="header-anchor" href="#interface-sandbox" aria-label="Permalink to &quot;Interface: Sandbox&quot;">​</a></h1><p>The API in memory.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-faults"></a> <code>faults</code></td><td><code>readonly</code></td><td><a href="./Faults.html"><code>Faults</code></a></td><td>What goes wrong.</td></tr><tr><td><a id="property-fetch"></a> <code>fetch</code></td><td><code>readonly</code></td><td>(<code>input</code>, <code>init?</code>) =&gt; <code>Promise</code>&lt;<code>Response</code>&gt;</td><td>Answers a request as the API would, whatever its origin. Works detached from the sandbox. Rejects as <code>fetch</code> does where a fault or an aborted signal wants it, and with a <code>ContractError</code> when the store holds what the contract does not allow.</td></tr><tr><td><a id="property-requests"></a> <code>requests</code></td><td><code>readonly</code></td><td>readonly <a href="./RecordedRequest.html"><code>RecordedRequest</code></a>[]</td><td>The last 1 000 requests, fewer where their bodies are very large, oldest first, without keys.</td></tr><tr><td><a id="property-store"></a> <code>store</code></td><td><code>readonly</code></td><td><a href="./Store.html"><code>Store</code></a></td><td>What the API holds, to read and to change.</td></tr></tbody></table><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="reset" tabindex="-1">reset() <a class="header-anchor" href="#reset" aria-label="Permalink to &quot;reset()&quot;">​</a></h3><blockquote><p><strong>reset</strong>(): <code>void</code></p></blockquote><p>Goes back to the beginning: the seeded world, the faults of the options, no requests.</p><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>void</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/sandbox/interfaces/Sandbox.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Sandbox = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Sandbox as default
};
