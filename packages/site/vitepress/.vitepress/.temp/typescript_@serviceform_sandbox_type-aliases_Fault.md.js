import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Fault","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/sandbox/type-aliases/Fault.md","filePath":"typescript/@serviceform/sandbox/type-aliases/Fault.md"}');
const _sfc_main = { name: "typescript/@serviceform/sandbox/type-aliases/Fault.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/sandbox</a> / Fault</p><h1 id="type-alias-fault" tabindex="-1">Type Alias: Fault <a class="header-anchor" href="#type-alias-fault" aria-label="Permalink to &quot;Type Alias: Fault&quot;">​</a></h1><blockquote><p><strong>Fault</strong> = <a href="./FaultKind.html"><code>FaultKind</code></a> &amp; <code>object</code></p></blockquote><p>A fault and when it happens.</p><h2 id="type-declaration" tabindex="-1">Type Declaration <a class="header-anchor" href="#type-declaration" aria-label="Permalink to &quot;Type Declaration&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Name</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><code>applied?</code></td><td><code>boolean</code></td><td>Whether the operation is carried out although its answer is spoilt or late. <strong>Default</strong> <code>true for reset, stall, cut and shape, false for status, html, redirect and latency</code></td></tr><tr><td><code>operation?</code></td><td><a href="./../../types/type-aliases/OperationId.html"><code>OperationId</code></a></td><td>Which operation it hits. Without it, every one.</td></tr><tr><td><code>probability?</code></td><td><code>number</code></td><td>How likely it hits a request, from 0 to 1. The seed decides, so that a run can be repeated. <strong>Default</strong> <code>1</code></td></tr><tr><td><code>times?</code></td><td><code>number</code></td><td>How many requests it hits, <code>Infinity</code> for all. <strong>Default</strong> <code>1</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/sandbox/type-aliases/Fault.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Fault = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Fault as default
};
