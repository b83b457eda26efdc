import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Faults","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/sandbox/interfaces/Faults.md","filePath":"typescript/@serviceform/sandbox/interfaces/Faults.md"}');
const _sfc_main = { name: "typescript/@serviceform/sandbox/interfaces/Faults.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/sandbox</a> / Faults</p><h1 id="interface-faults" tabindex="-1">Interface: Faults <a class="header-anchor" href="#interface-faults" aria-label="Permalink to &quot;Interface: Faults&quot;">​</a></h1><p>The faults of a sandbox.</p><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="add" tabindex="-1">add() <a class="header-anchor" href="#add" aria-label="Permalink to &quot;add()&quot;">​</a></h3><blockquote><p><strong>add</strong>(<code>fault</code>): () =&gt; <code>void</code></p></blockquote><p>Adds a fault behind those that are there, and returns a function that removes it.</p><h4 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h4><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>fault</code></td><td><a href="./../type-aliases/Fault.html"><code>Fault</code></a></td></tr></tbody></table><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p>() =&gt; <code>void</code></p><h4 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h4><p>naming the field that is wrong</p><hr><h3 id="clear" tabindex="-1">clear() <a class="header-anchor" href="#clear" aria-label="Permalink to &quot;clear()&quot;">​</a></h3><blockquote><p><strong>clear</strong>(): <code>void</code></p></blockquote><p>Removes all faults.</p><h4 id="returns-1" tabindex="-1">Returns <a class="header-anchor" href="#returns-1" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>void</code></p><hr><h3 id="list" tabindex="-1">list() <a class="header-anchor" href="#list" aria-label="Permalink to &quot;list()&quot;">​</a></h3><blockquote><p><strong>list</strong>(): <a href="./../type-aliases/Fault.html"><code>Fault</code></a>[]</p></blockquote><p>The faults that may still happen, with the number of times left.</p><h4 id="returns-2" tabindex="-1">Returns <a class="header-anchor" href="#returns-2" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><a href="./../type-aliases/Fault.html"><code>Fault</code></a>[]</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/sandbox/interfaces/Faults.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Faults = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Faults as default
};
