import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: AnyServiceformError","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/type-aliases/AnyServiceformError.md","filePath":"typescript/@serviceform/client/type-aliases/AnyServiceformError.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/type-aliases/AnyServiceformError.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / AnyServiceformError</p><h1 id="type-alias-anyserviceformerror" tabindex="-1">Type Alias: AnyServiceformError <a class="header-anchor" href="#type-alias-anyserviceformerror" aria-label="Permalink to &quot;Type Alias: AnyServiceformError&quot;">​</a></h1><blockquote><p><strong>AnyServiceformError</strong> = <a href="./../classes/ApiError.html"><code>ApiError</code></a> | <a href="./../classes/ConnectionError.html"><code>ConnectionError</code></a> | <a href="./../classes/TimeoutError.html"><code>TimeoutError</code></a> | <a href="./../classes/ResponseError.html"><code>ResponseError</code></a> | <a href="./../classes/ConfigurationError.html"><code>ConfigurationError</code></a></p></blockquote><p>Any error of this client; <code>name</code> tells the classes apart.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/type-aliases/AnyServiceformError.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AnyServiceformError = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AnyServiceformError as default
};
