import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: SafeResult<Data, Failure>","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/type-aliases/SafeResult.md","filePath":"typescript/@serviceform/client/type-aliases/SafeResult.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/type-aliases/SafeResult.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / SafeResult</p><h1 id="type-alias-saferesultdata-failure" tabindex="-1">Type Alias: SafeResult&lt;Data, Failure&gt; <a class="header-anchor" href="#type-alias-saferesultdata-failure" aria-label="Permalink to &quot;Type Alias: SafeResult\\&lt;Data, Failure\\&gt;&quot;">​</a></h1><blockquote><p><strong>SafeResult</strong>&lt;<code>Data</code>, <code>Failure</code>&gt; = { <code>data</code>: <code>Data</code>; <code>ok</code>: <code>true</code>; <code>response</code>: <code>Response</code>; } | { <code>error</code>: <code>Failure</code>; <code>ok</code>: <code>false</code>; <code>response?</code>: <code>Response</code>; }</p></blockquote><p>What a call of <code>safe</code> resolves to. The response is the real one; its body has been read.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-data"></a> <code>Data</code></td></tr><tr><td><a id="type-parameter-failure"></a> <code>Failure</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/type-aliases/SafeResult.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SafeResult = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SafeResult as default
};
