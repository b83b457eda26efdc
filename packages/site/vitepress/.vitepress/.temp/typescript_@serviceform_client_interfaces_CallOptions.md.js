import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CallOptions","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/interfaces/CallOptions.md","filePath":"typescript/@serviceform/client/interfaces/CallOptions.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/interfaces/CallOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / CallOptions</p><h1 id="interface-calloptions" tabindex="-1">Interface: CallOptions <a class="header-anchor" href="#interface-calloptions" aria-label="Permalink to &quot;Interface: CallOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-headers"></a> <code>headers?</code></td><td><a href="./../type-aliases/HeadersInput.html"><code>HeadersInput</code></a></td><td>Added to the client&#39;s <code>headers</code>.</td></tr><tr><td><a id="property-retries"></a> <code>retries?</code></td><td><code>number</code> | <a href="./RetryOptions.html"><code>RetryOptions</code></a></td><td>Replaces the client&#39;s <code>retries</code>, or those of its details that are given.</td></tr><tr><td><a id="property-signal"></a> <code>signal?</code></td><td><code>AbortSignal</code></td><td>Ends the call; its <code>reason</code> is what the call throws.</td></tr><tr><td><a id="property-timeoutms"></a> <code>timeoutMs?</code></td><td><code>number</code></td><td>Replaces the client&#39;s <code>timeoutMs</code>.</td></tr><tr><td><a id="property-totaltimeoutms"></a> <code>totalTimeoutMs?</code></td><td><code>number</code></td><td>Replaces the client&#39;s <code>totalTimeoutMs</code>.</td></tr><tr><td><a id="property-validate"></a> <code>validate?</code></td><td><a href="./../type-aliases/Validate.html"><code>Validate</code></a></td><td>Replaces the client&#39;s <code>validate</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/interfaces/CallOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CallOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CallOptions as default
};
