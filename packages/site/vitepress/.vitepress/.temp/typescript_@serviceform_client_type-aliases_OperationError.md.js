import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: OperationError<Id>","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/type-aliases/OperationError.md","filePath":"typescript/@serviceform/client/type-aliases/OperationError.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/type-aliases/OperationError.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / OperationError</p><h1 id="type-alias-operationerrorid" tabindex="-1">Type Alias: OperationError&lt;Id&gt; <a class="header-anchor" href="#type-alias-operationerrorid" aria-label="Permalink to &quot;Type Alias: OperationError\\&lt;Id\\&gt;&quot;">​</a></h1><blockquote><p><strong>OperationError</strong>&lt;<code>Id</code>&gt; = <a href="./OperationApiError.html"><code>OperationApiError</code></a>&lt;<code>Id</code>&gt; | <a href="./../classes/ConnectionError.html"><code>ConnectionError</code></a> | <a href="./../classes/TimeoutError.html"><code>TimeoutError</code></a> | <a href="./../classes/ResponseError.html"><code>ResponseError</code></a></p></blockquote><p>What <code>safe</code> answers with when the network or the API failed the call.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-id"></a> <code>Id</code> <em>extends</em> <a href="./../../types/type-aliases/OperationId.html"><code>OperationId</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/type-aliases/OperationError.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OperationError = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OperationError as default
};
