import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Mismatch","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/interfaces/Mismatch.md","filePath":"typescript/@serviceform/client/interfaces/Mismatch.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/interfaces/Mismatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / Mismatch</p><h1 id="interface-mismatch" tabindex="-1">Interface: Mismatch <a class="header-anchor" href="#interface-mismatch" aria-label="Permalink to &quot;Interface: Mismatch&quot;">​</a></h1><p>Where an answer is not what the contract says, as <code>validate: &quot;warn&quot;</code> tells it. No values.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-expected"></a> <code>expected</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-got"></a> <code>got</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The type of what is there; <code>missing</code> where nothing is.</td></tr><tr><td><a id="property-operation"></a> <code>operation</code></td><td><code>readonly</code></td><td>keyof <a href="./../../types/interfaces/OperationMap.html"><code>OperationMap</code></a></td><td>-</td></tr><tr><td><a id="property-path"></a> <code>path</code></td><td><code>readonly</code></td><td><code>string</code></td><td>A JSON pointer into the answer, or into the element of a stream.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/interfaces/Mismatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Mismatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Mismatch as default
};
