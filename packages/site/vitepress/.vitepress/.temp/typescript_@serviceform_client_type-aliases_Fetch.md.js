import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Fetch","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/type-aliases/Fetch.md","filePath":"typescript/@serviceform/client/type-aliases/Fetch.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/type-aliases/Fetch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / Fetch</p><h1 id="type-alias-fetch" tabindex="-1">Type Alias: Fetch <a class="header-anchor" href="#type-alias-fetch" aria-label="Permalink to &quot;Type Alias: Fetch&quot;">​</a></h1><blockquote><p><strong>Fetch</strong> = (<code>url</code>, <code>init</code>) =&gt; <code>Promise</code>&lt;<code>Response</code>&gt;</p></blockquote><p>The function that requests go through: what of <code>fetch</code> the client uses.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>url</code></td><td><code>string</code></td></tr><tr><td><code>init</code></td><td><code>RequestInit</code></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<code>Response</code>&gt;</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/type-aliases/Fetch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Fetch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Fetch as default
};
