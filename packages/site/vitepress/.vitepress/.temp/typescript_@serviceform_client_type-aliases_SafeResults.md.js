import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: SafeResults","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/type-aliases/SafeResults.md","filePath":"typescript/@serviceform/client/type-aliases/SafeResults.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/type-aliases/SafeResults.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / SafeResults</p><h1 id="type-alias-saferesults" tabindex="-1">Type Alias: SafeResults <a class="header-anchor" href="#type-alias-saferesults" aria-label="Permalink to &quot;Type Alias: SafeResults&quot;">​</a></h1><blockquote><p><strong>SafeResults</strong> = <code>{ readonly [Id in OperationId]: SafeResult&lt;OperationMap[Id][&quot;output&quot;], OperationError&lt;Id&gt;&gt; }</code></p></blockquote><p>The result types of <code>safe</code> by operation.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/type-aliases/SafeResults.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SafeResults = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SafeResults as default
};
