import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: ErrorBody<Id, Status>","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/type-aliases/ErrorBody.md","filePath":"typescript/@serviceform/client/type-aliases/ErrorBody.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/type-aliases/ErrorBody.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / ErrorBody</p><h1 id="type-alias-errorbodyid-status" tabindex="-1">Type Alias: ErrorBody&lt;Id, Status&gt; <a class="header-anchor" href="#type-alias-errorbodyid-status" aria-label="Permalink to &quot;Type Alias: ErrorBody\\&lt;Id, Status\\&gt;&quot;">​</a></h1><blockquote><p><strong>ErrorBody</strong>&lt;<code>Id</code>, <code>Status</code>&gt; = <code>Status</code> <em>extends</em> keyof <a href="./../../types/interfaces/OperationMap.html"><code>OperationMap</code></a>[<code>Id</code>][<code>&quot;errors&quot;</code>] ? <a href="./../../types/interfaces/OperationMap.html"><code>OperationMap</code></a>[<code>Id</code>][<code>&quot;errors&quot;</code>][<code>Status</code>] : <code>unknown</code></p></blockquote><p>The documented bodies of an operation&#39;s errors by status; <code>unknown</code> for every other status.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-id"></a> <code>Id</code> <em>extends</em> <a href="./../../types/type-aliases/OperationId.html"><code>OperationId</code></a></td></tr><tr><td><a id="type-parameter-status"></a> <code>Status</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/type-aliases/ErrorBody.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ErrorBody = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ErrorBody as default
};
