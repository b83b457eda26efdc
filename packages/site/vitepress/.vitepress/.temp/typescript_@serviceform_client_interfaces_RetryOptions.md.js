import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RetryOptions","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/interfaces/RetryOptions.md","filePath":"typescript/@serviceform/client/interfaces/RetryOptions.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/interfaces/RetryOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / RetryOptions</p><h1 id="interface-retryoptions" tabindex="-1">Interface: RetryOptions <a class="header-anchor" href="#interface-retryoptions" aria-label="Permalink to &quot;Interface: RetryOptions&quot;">​</a></h1><p>How failed attempts are repeated; a number is the <code>limit</code> alone.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-basedelayms"></a> <code>baseDelayMs?</code></td><td><code>number</code></td><td>Ceiling of the first random wait in milliseconds; it doubles with every further one. <strong>Default</strong> <code>500</code></td></tr><tr><td><a id="property-limit"></a> <code>limit?</code></td><td><code>number</code></td><td>How many times a call is sent again at most. <strong>Default</strong> <code>2</code></td></tr><tr><td><a id="property-maxdelayms"></a> <code>maxDelayMs?</code></td><td><code>number</code></td><td>Ceiling of every random wait in milliseconds. <strong>Default</strong> <code>8_000</code></td></tr><tr><td><a id="property-maxretryafterms"></a> <code>maxRetryAfterMs?</code></td><td><code>number</code></td><td>A <code>Retry-After</code> above this many milliseconds ends the call. <strong>Default</strong> <code>60_000</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/interfaces/RetryOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RetryOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RetryOptions as default
};
