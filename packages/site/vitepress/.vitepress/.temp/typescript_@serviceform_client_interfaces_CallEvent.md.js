import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CallEvent","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/interfaces/CallEvent.md","filePath":"typescript/@serviceform/client/interfaces/CallEvent.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/interfaces/CallEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / CallEvent</p><h1 id="interface-callevent" tabindex="-1">Interface: CallEvent <a class="header-anchor" href="#interface-callevent" aria-label="Permalink to &quot;Interface: CallEvent&quot;">​</a></h1><p>What hooks and loggers are told: no body, no header, no key, no query value. Frozen.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-attempt"></a> <code>attempt</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number of the attempt, counted from 1.</td></tr><tr><td><a id="property-delayms"></a> <code>delayMs?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The wait before the next attempt, in milliseconds.</td></tr><tr><td><a id="property-durationms"></a> <code>durationMs?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Time since the method was called, in milliseconds.</td></tr><tr><td><a id="property-error"></a> <code>error?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/AnyServiceformError.html"><code>AnyServiceformError</code></a></td><td>What the attempt, or in <code>onError</code> the call, failed with.</td></tr><tr><td><a id="property-method"></a> <code>method</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-operation"></a> <code>operation</code></td><td><code>readonly</code></td><td>keyof <a href="./../../types/interfaces/OperationMap.html"><code>OperationMap</code></a></td><td>-</td></tr><tr><td><a id="property-status"></a> <code>status?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The HTTP status, where there is an answer.</td></tr><tr><td><a id="property-url"></a> <code>url</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The URL without query values.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/interfaces/CallEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CallEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CallEvent as default
};
