import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: OperationValidators<Id>","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/validate/interfaces/OperationValidators.md","filePath":"typescript/@serviceform/client/validate/interfaces/OperationValidators.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/validate/interfaces/OperationValidators.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">TypeScript</a> / <a href="./../">@serviceform/client/validate</a> / OperationValidators</p><h1 id="interface-operationvalidatorsid" tabindex="-1">Interface: OperationValidators&lt;Id&gt; <a class="header-anchor" href="#interface-operationvalidatorsid" aria-label="Permalink to &quot;Interface: OperationValidators\\&lt;Id\\&gt;&quot;">​</a></h1><p>The validators of one operation.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-id"></a> <code>Id</code> <em>extends</em> <a href="./../../../types/type-aliases/OperationId.html"><code>OperationId</code></a></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-element"></a> <code>element</code></td><td><code>readonly</code></td><td><a href="./Validator.html"><code>Validator</code></a>&lt;<a href="./../../../types/interfaces/OperationMap.html"><code>OperationMap</code></a>[<code>Id</code>][<code>&quot;output&quot;</code>] <em>extends</em> <code>Element</code>[] ? <code>Element</code> : <code>never</code>&gt;</td><td>Of one element of what the method answers, where that is an array.</td></tr><tr><td><a id="property-input"></a> <code>input</code></td><td><code>readonly</code></td><td><a href="./Validator.html"><code>Validator</code></a>&lt;<a href="./../../../types/interfaces/OperationMap.html"><code>OperationMap</code></a>[<code>Id</code>][<code>&quot;input&quot;</code>]&gt;</td><td>Of what the method takes.</td></tr><tr><td><a id="property-output"></a> <code>output</code></td><td><code>readonly</code></td><td><a href="./Validator.html"><code>Validator</code></a>&lt;<a href="./../../../types/interfaces/OperationMap.html"><code>OperationMap</code></a>[<code>Id</code>][<code>&quot;output&quot;</code>]&gt;</td><td>Of what the method answers.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/validate/interfaces/OperationValidators.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OperationValidators = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OperationValidators as default
};
