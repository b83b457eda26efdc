import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: isServiceformError()","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/functions/isServiceformError.md","filePath":"typescript/@serviceform/client/functions/isServiceformError.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/functions/isServiceformError.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / isServiceformError</p><h1 id="function-isserviceformerror" tabindex="-1">Function: isServiceformError() <a class="header-anchor" href="#function-isserviceformerror" aria-label="Permalink to &quot;Function: isServiceformError()&quot;">​</a></h1><blockquote><p><strong>isServiceformError</strong>(<code>error</code>): <code>error is AnyServiceformError</code></p></blockquote><p>Tells whether a value is an error of this client, also one of another copy or realm.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>error</code></td><td><code>unknown</code></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>error is AnyServiceformError</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/functions/isServiceformError.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const isServiceformError = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  isServiceformError as default
};
