import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CreateItemInput","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/interfaces/CreateItemInput.md","filePath":"typescript/@serviceform/types/interfaces/CreateItemInput.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/interfaces/CreateItemInput.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / CreateItemInput</p><h1 id="interface-createiteminput" tabindex="-1">Interface: CreateItemInput <a class="header-anchor" href="#interface-createiteminput" aria-label="Permalink to &quot;Interface: CreateItemInput&quot;">​</a></h1><p>What <code>createItem</code> takes.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./ItemInput.html"><code>ItemInput</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-primary-field"></a> <code>primary_field</code></td><td><code>string</code></td><td><strong>Description</strong> The item&#39;s title. <strong>Example</strong> <code>Harbour Dental</code></td><td><a href="./ItemInput.html"><code>ItemInput</code></a>.<a href="./ItemInput.html#property-primary-field"><code>primary_field</code></a></td></tr><tr><td><a id="property-spaceid"></a> <code>spaceId</code></td><td><code>string</code></td><td>The <code>id</code> of a space, as <code>listSpaces</code> returns it.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/interfaces/CreateItemInput.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CreateItemInput = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CreateItemInput as default
};
