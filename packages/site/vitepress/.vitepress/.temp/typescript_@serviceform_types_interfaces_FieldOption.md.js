import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FieldOption","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/interfaces/FieldOption.md","filePath":"typescript/@serviceform/types/interfaces/FieldOption.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/interfaces/FieldOption.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / FieldOption</p><h1 id="interface-fieldoption" tabindex="-1">Interface: FieldOption <a class="header-anchor" href="#interface-fieldoption" aria-label="Permalink to &quot;Interface: FieldOption&quot;">​</a></h1><p>One of the values that a field offers.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>FieldOptionSchema</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-label"></a> <code>label?</code></td><td><code>string</code></td><td><strong>Description</strong> The text people see. <strong>Example</strong> <code>Gold</code></td><td><code>FieldOptionSchema.label</code></td></tr><tr><td><a id="property-machine"></a> <code>machine</code></td><td><code>string</code></td><td><strong>Description</strong> The name programs use; <code>label</code> is the one people see. <strong>Example</strong> <code>gold</code></td><td><code>FieldOptionSchema.machine</code></td></tr><tr><td><a id="property-value"></a> <code>value?</code></td><td><code>string</code></td><td><strong>Description</strong> The value stored when this option is chosen. <strong>Example</strong> <code>gold</code></td><td><code>FieldOptionSchema.value</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/interfaces/FieldOption.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FieldOption = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FieldOption as default
};
