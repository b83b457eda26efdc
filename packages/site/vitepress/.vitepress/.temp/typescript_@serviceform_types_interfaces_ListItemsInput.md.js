import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ListItemsInput","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/interfaces/ListItemsInput.md","filePath":"typescript/@serviceform/types/interfaces/ListItemsInput.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/interfaces/ListItemsInput.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / ListItemsInput</p><h1 id="interface-listitemsinput" tabindex="-1">Interface: ListItemsInput <a class="header-anchor" href="#interface-listitemsinput" aria-label="Permalink to &quot;Interface: ListItemsInput&quot;">​</a></h1><p>What <code>listItems</code> takes.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-spaceid"></a> <code>spaceId</code></td><td><code>string</code></td><td>The <code>id</code> of a space, as <code>listSpaces</code> returns it.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/interfaces/ListItemsInput.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ListItemsInput = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ListItemsInput as default
};
