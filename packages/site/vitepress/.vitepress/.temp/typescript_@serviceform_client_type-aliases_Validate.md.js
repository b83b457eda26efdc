import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Validate","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/type-aliases/Validate.md","filePath":"typescript/@serviceform/client/type-aliases/Validate.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/type-aliases/Validate.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / Validate</p><h1 id="type-alias-validate" tabindex="-1">Type Alias: Validate <a class="header-anchor" href="#type-alias-validate" aria-label="Permalink to &quot;Type Alias: Validate&quot;">​</a></h1><blockquote><p><strong>Validate</strong> = <code>&quot;off&quot;</code> | <code>&quot;warn&quot;</code> | <code>&quot;throw&quot;</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/type-aliases/Validate.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Validate = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Validate as default
};
