import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LeadPage","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/interfaces/LeadPage.md","filePath":"typescript/@serviceform/types/interfaces/LeadPage.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/interfaces/LeadPage.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / LeadPage</p><h1 id="interface-leadpage" tabindex="-1">Interface: LeadPage <a class="header-anchor" href="#interface-leadpage" aria-label="Permalink to &quot;Interface: LeadPage&quot;">​</a></h1><p>A page that a visitor opened. Nothing identifies it, so no field is certain.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>LeadPageSchema</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-duration"></a> <code>duration?</code></td><td><code>number</code></td><td><strong>Description</strong> The time spent on the page. The unit is not documented; seconds are assumed. <strong>Example</strong> <code>48</code></td><td><code>LeadPageSchema.duration</code></td></tr><tr><td><a id="property-referrer"></a> <code>referrer?</code></td><td><code>string</code></td><td><strong>Description</strong> The address the visitor came from. <strong>Example</strong> <code>https://www.example.com/pricing</code></td><td><code>LeadPageSchema.referrer</code></td></tr><tr><td><a id="property-website"></a> <code>website?</code></td><td><code>string</code></td><td><strong>Description</strong> The address of the page. <strong>Example</strong> <code>https://www.example.com/contact</code></td><td><code>LeadPageSchema.website</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/interfaces/LeadPage.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LeadPage = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LeadPage as default
};
