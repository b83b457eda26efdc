import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@serviceform/client/openapi-fetch","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/openapi-fetch/index.md","filePath":"typescript/@serviceform/client/openapi-fetch/index.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/openapi-fetch/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / @serviceform/client/openapi-fetch</p><h1 id="serviceformclientopenapi-fetch" tabindex="-1">@serviceform/client/openapi-fetch <a class="header-anchor" href="#serviceformclientopenapi-fetch" aria-label="Permalink to &quot;@serviceform/client/openapi-fetch&quot;">​</a></h1><p>A type-safe, small and careful client for the Serviceform Public API.</p><h2 id="type-aliases" tabindex="-1">Type Aliases <a class="header-anchor" href="#type-aliases" aria-label="Permalink to &quot;Type Aliases&quot;">​</a></h2><ul><li><a href="./type-aliases/FetchClient.html">FetchClient</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/createFetchClient.html">createFetchClient</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/openapi-fetch/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
