import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RecordedRequest","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/sandbox/interfaces/RecordedRequest.md","filePath":"typescript/@serviceform/sandbox/interfaces/RecordedRequest.md"}');
const _sfc_main = { name: "typescript/@serviceform/sandbox/interfaces/RecordedRequest.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/sandbox</a> / RecordedRequest</p><h1 id="interface-recordedrequest" tabindex="-1">Interface: RecordedRequest <a class="header-anchor" href="#interface-recordedrequest" aria-label="Permalink to &quot;Interface: RecordedRequest&quot;">​</a></h1><p>A request that came in.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-body"></a> <code>body</code></td><td><code>public</code></td><td><code>unknown</code></td><td>Parsed where it is JSON, else text; undefined where there is none.</td></tr><tr><td><a id="property-durationms"></a> <code>durationMs</code></td><td><code>public</code></td><td><code>number</code> | <code>undefined</code></td><td>Until the headers of the answer.</td></tr><tr><td><a id="property-headers"></a> <code>headers</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code>&gt;&gt;</td><td>By lower-case name, without the key.</td></tr><tr><td><a id="property-method"></a> <code>method</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-operation"></a> <code>operation</code></td><td><code>readonly</code></td><td>keyof OperationMap | <code>undefined</code></td><td>Undefined for a path or method that the contract does not have.</td></tr><tr><td><a id="property-status"></a> <code>status</code></td><td><code>public</code></td><td><code>number</code> | <code>undefined</code></td><td>Undefined until it is answered, and for good where no answer came.</td></tr><tr><td><a id="property-url"></a> <code>url</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/sandbox/interfaces/RecordedRequest.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RecordedRequest = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RecordedRequest as default
};
