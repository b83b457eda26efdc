import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: FetchClient","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/openapi-fetch/type-aliases/FetchClient.md","filePath":"typescript/@serviceform/client/openapi-fetch/type-aliases/FetchClient.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/openapi-fetch/type-aliases/FetchClient.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">TypeScript</a> / <a href="./../">@serviceform/client/openapi-fetch</a> / FetchClient</p><h1 id="type-alias-fetchclient" tabindex="-1">Type Alias: FetchClient <a class="header-anchor" href="#type-alias-fetchclient" aria-label="Permalink to &quot;Type Alias: FetchClient&quot;">​</a></h1><blockquote><p><strong>FetchClient</strong> = <code>Client</code>&lt;<a href="./../../../types/interfaces/paths.html"><code>paths</code></a>&gt;</p></blockquote><p>A client in the engine&#39;s own style.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/openapi-fetch/type-aliases/FetchClient.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FetchClient = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FetchClient as default
};
