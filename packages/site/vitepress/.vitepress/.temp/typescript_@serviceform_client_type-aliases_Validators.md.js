import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Validators","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/type-aliases/Validators.md","filePath":"typescript/@serviceform/client/type-aliases/Validators.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/type-aliases/Validators.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / Validators</p><h1 id="type-alias-validators" tabindex="-1">Type Alias: Validators <a class="header-anchor" href="#type-alias-validators" aria-label="Permalink to &quot;Type Alias: Validators&quot;">​</a></h1><blockquote><p><strong>Validators</strong> = { readonly [Id in OperationId]: Record&lt;&quot;output&quot; | &quot;element&quot;, Check&gt; }</p></blockquote><p>What the client needs of validators.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/type-aliases/Validators.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Validators = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Validators as default
};
