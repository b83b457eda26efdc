import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: OperationApiError<Id>","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/type-aliases/OperationApiError.md","filePath":"typescript/@serviceform/client/type-aliases/OperationApiError.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/type-aliases/OperationApiError.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / OperationApiError</p><h1 id="type-alias-operationapierrorid" tabindex="-1">Type Alias: OperationApiError&lt;Id&gt; <a class="header-anchor" href="#type-alias-operationapierrorid" aria-label="Permalink to &quot;Type Alias: OperationApiError\\&lt;Id\\&gt;&quot;">​</a></h1><blockquote><p><strong>OperationApiError</strong>&lt;<code>Id</code>&gt; = <code>{ [Status in keyof OperationMap[Id][&quot;errors&quot;] &amp; number]: ApiError&lt;Status, OperationMap[Id][&quot;errors&quot;][Status]&gt; }</code>[keyof <a href="./../../types/interfaces/OperationMap.html"><code>OperationMap</code></a>[<code>Id</code>][<code>&quot;errors&quot;</code>] &amp; <code>number</code>] | <a href="./../classes/ApiError.html"><code>ApiError</code></a>&lt;<code>Exclude</code>&lt;<a href="./ErrorStatus.html"><code>ErrorStatus</code></a>, keyof <a href="./../../types/interfaces/OperationMap.html"><code>OperationMap</code></a>[<code>Id</code>][<code>&quot;errors&quot;</code>]&gt;&gt;</p></blockquote><p>The API errors of an operation, so that a comparison of <code>status</code> narrows <code>body</code>.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-id"></a> <code>Id</code> <em>extends</em> <a href="./../../types/type-aliases/OperationId.html"><code>OperationId</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/type-aliases/OperationApiError.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OperationApiError = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OperationApiError as default
};
