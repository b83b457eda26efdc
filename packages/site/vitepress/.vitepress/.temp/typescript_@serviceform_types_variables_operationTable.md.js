import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: operationTable","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/variables/operationTable.md","filePath":"typescript/@serviceform/types/variables/operationTable.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/variables/operationTable.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / operationTable</p><h1 id="variable-operationtable" tabindex="-1">Variable: operationTable <a class="header-anchor" href="#variable-operationtable" aria-label="Permalink to &quot;Variable: operationTable&quot;">​</a></h1><blockquote><p><code>const</code> <strong>operationTable</strong>: <code>{ readonly [Id in OperationId]: Operation }</code></p></blockquote><p>How each operation travels: one frozen entry per <code>operationId</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/variables/operationTable.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const operationTable = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  operationTable as default
};
