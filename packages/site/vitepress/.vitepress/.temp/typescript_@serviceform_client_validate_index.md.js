import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@serviceform/client/validate","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/validate/index.md","filePath":"typescript/@serviceform/client/validate/index.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/validate/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / @serviceform/client/validate</p><h1 id="serviceformclientvalidate" tabindex="-1">@serviceform/client/validate <a class="header-anchor" href="#serviceformclientvalidate" aria-label="Permalink to &quot;@serviceform/client/validate&quot;">​</a></h1><p>A type-safe, small and careful client for the Serviceform Public API.</p><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/Finding.html">Finding</a></li><li><a href="./interfaces/Issue.html">Issue</a></li><li><a href="./interfaces/OperationValidators.html">OperationValidators</a></li><li><a href="./interfaces/Validator.html">Validator</a></li></ul><h2 id="variables" tabindex="-1">Variables <a class="header-anchor" href="#variables" aria-label="Permalink to &quot;Variables&quot;">​</a></h2><ul><li><a href="./variables/validators.html">validators</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/validate/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
