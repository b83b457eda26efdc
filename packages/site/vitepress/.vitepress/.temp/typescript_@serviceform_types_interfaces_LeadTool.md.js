import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LeadTool","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/interfaces/LeadTool.md","filePath":"typescript/@serviceform/types/interfaces/LeadTool.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/interfaces/LeadTool.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / LeadTool</p><h1 id="interface-leadtool" tabindex="-1">Interface: LeadTool <a class="header-anchor" href="#interface-leadtool" aria-label="Permalink to &quot;Interface: LeadTool&quot;">​</a></h1><p>A form, chat or other tool that a visitor used.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>LeadToolSchema</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-tid"></a> <code>tid</code></td><td><code>string</code></td><td><strong>Description</strong> The ID of the tool. <strong>Example</strong> <code>tool-9</code></td><td><code>LeadToolSchema.tid</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/interfaces/LeadTool.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LeadTool = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LeadTool as default
};
