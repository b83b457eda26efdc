import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SpaceField","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/interfaces/SpaceField.md","filePath":"typescript/@serviceform/types/interfaces/SpaceField.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/interfaces/SpaceField.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / SpaceField</p><h1 id="interface-spacefield" tabindex="-1">Interface: SpaceField <a class="header-anchor" href="#interface-spacefield" aria-label="Permalink to &quot;Interface: SpaceField&quot;">​</a></h1><p>A column of a space.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>SpaceFieldSchema</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-id"></a> <code>id</code></td><td><code>string</code></td><td><strong>Description</strong> The ID of the field. <strong>Example</strong> <code>field-7</code></td><td><code>SpaceFieldSchema.id</code></td></tr><tr><td><a id="property-machine"></a> <code>machine</code></td><td><code>string</code></td><td><strong>Description</strong> The name programs use; <code>name</code> is the one people see. <strong>Example</strong> <code>customer_tier</code></td><td><code>SpaceFieldSchema.machine</code></td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>string</code></td><td><strong>Description</strong> The name people see. <strong>Example</strong> <code>Customer tier</code></td><td><code>SpaceFieldSchema.name</code></td></tr><tr><td><a id="property-options"></a> <code>options?</code></td><td><code>object</code>[]</td><td><strong>Description</strong> The values to choose from, for fields that offer a choice.</td><td><code>SpaceFieldSchema.options</code></td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>string</code></td><td><strong>Description</strong> The kind of value the field holds. The set of kinds is not documented. <strong>Example</strong> <code>select</code></td><td><code>SpaceFieldSchema.type</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/interfaces/SpaceField.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SpaceField = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SpaceField as default
};
