import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CallFacts","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/interfaces/CallFacts.md","filePath":"typescript/@serviceform/client/interfaces/CallFacts.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/interfaces/CallFacts.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / CallFacts</p><h1 id="interface-callfacts" tabindex="-1">Interface: CallFacts <a class="header-anchor" href="#interface-callfacts" aria-label="Permalink to &quot;Interface: CallFacts&quot;">​</a></h1><p>What every error knows of the call that it ended.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-attempts"></a> <code>attempts</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many attempts were made.</td></tr><tr><td><a id="property-durationms"></a> <code>durationMs</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Time since the method was called, in milliseconds.</td></tr><tr><td><a id="property-mayhavesucceeded"></a> <code>mayHaveSucceeded</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>True when the operation writes and an attempt ended so that the API may have carried it out.</td></tr><tr><td><a id="property-method"></a> <code>method</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-operation"></a> <code>operation</code></td><td><code>readonly</code></td><td>keyof <a href="./../../types/interfaces/OperationMap.html"><code>OperationMap</code></a></td><td>-</td></tr><tr><td><a id="property-url"></a> <code>url</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The URL without query values.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/interfaces/CallFacts.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CallFacts = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CallFacts as default
};
