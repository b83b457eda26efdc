import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: validators","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/validate/variables/validators.md","filePath":"typescript/@serviceform/client/validate/variables/validators.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/validate/variables/validators.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">TypeScript</a> / <a href="./../">@serviceform/client/validate</a> / validators</p><h1 id="variable-validators" tabindex="-1">Variable: validators <a class="header-anchor" href="#variable-validators" aria-label="Permalink to &quot;Variable: validators&quot;">​</a></h1><blockquote><p><code>const</code> <strong>validators</strong>: <code>{ readonly [Id in OperationId]: OperationValidators&lt;Id&gt; }</code></p></blockquote><p>A validator for what each operation takes and answers, read from the contract.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/validate/variables/validators.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const validators = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  validators as default
};
