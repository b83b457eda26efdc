import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Finding","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/validate/interfaces/Finding.md","filePath":"typescript/@serviceform/client/validate/interfaces/Finding.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/validate/interfaces/Finding.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">TypeScript</a> / <a href="./../">@serviceform/client/validate</a> / Finding</p><h1 id="interface-finding" tabindex="-1">Interface: Finding <a class="header-anchor" href="#interface-finding" aria-label="Permalink to &quot;Interface: Finding&quot;">​</a></h1><p>Where a value is not what the contract says. It tells types, never values.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-expected"></a> <code>expected</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What the contract says.</td></tr><tr><td><a id="property-got"></a> <code>got</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The type of what is there; <code>missing</code> where nothing is.</td></tr><tr><td><a id="property-message"></a> <code>message</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The three in one sentence.</td></tr><tr><td><a id="property-path"></a> <code>path</code></td><td><code>readonly</code></td><td><code>string</code></td><td>A JSON pointer into the value; <code>&quot;&quot;</code> is the value itself.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/validate/interfaces/Finding.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Finding = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Finding as default
};
