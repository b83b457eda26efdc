import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Space","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/interfaces/Space.md","filePath":"typescript/@serviceform/types/interfaces/Space.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/interfaces/Space.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / Space</p><h1 id="interface-space" tabindex="-1">Interface: Space <a class="header-anchor" href="#interface-space" aria-label="Permalink to &quot;Interface: Space&quot;">​</a></h1><p>A table that the account has defined. Its items are read with <code>listItems</code>.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>SpaceSchema</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-fields"></a> <code>fields?</code></td><td><code>object</code>[]</td><td><strong>Description</strong> The columns of the space.</td><td><code>SpaceSchema.fields</code></td></tr><tr><td><a id="property-id"></a> <code>id</code></td><td><code>string</code></td><td><strong>Description</strong> The ID that item operations take as <code>spaceId</code>. <strong>Example</strong> <code>space-customers</code></td><td><code>SpaceSchema.id</code></td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>string</code></td><td><strong>Description</strong> The name people see. <strong>Example</strong> <code>Customers</code></td><td><code>SpaceSchema.name</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/interfaces/Space.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Space = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Space as default
};
