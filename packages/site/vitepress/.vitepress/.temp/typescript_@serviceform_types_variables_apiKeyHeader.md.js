import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: apiKeyHeader","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/variables/apiKeyHeader.md","filePath":"typescript/@serviceform/types/variables/apiKeyHeader.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/variables/apiKeyHeader.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / apiKeyHeader</p><h1 id="variable-apikeyheader" tabindex="-1">Variable: apiKeyHeader <a class="header-anchor" href="#variable-apikeyheader" aria-label="Permalink to &quot;Variable: apiKeyHeader&quot;">​</a></h1><blockquote><p><code>const</code> <strong>apiKeyHeader</strong>: <code>string</code></p></blockquote><p>The request header that carries the API key.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/variables/apiKeyHeader.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const apiKeyHeader = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  apiKeyHeader as default
};
