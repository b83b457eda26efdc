import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"TypeScript","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/index.md","filePath":"typescript/index.md"}');
const _sfc_main = { name: "typescript/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="typescript" tabindex="-1">TypeScript <a class="header-anchor" href="#typescript" aria-label="Permalink to &quot;TypeScript&quot;">​</a></h1><h2 id="modules" tabindex="-1">Modules <a class="header-anchor" href="#modules" aria-label="Permalink to &quot;Modules&quot;">​</a></h2><ul><li><a href="./@serviceform/types/">@serviceform/types</a></li><li><a href="./@serviceform/client/">@serviceform/client</a></li><li><a href="./@serviceform/client/openapi-fetch/">@serviceform/client/openapi-fetch</a></li><li><a href="./@serviceform/client/validate/">@serviceform/client/validate</a></li><li><a href="./@serviceform/sandbox/">@serviceform/sandbox</a></li><li><a href="./@serviceform/sandbox/server/">@serviceform/sandbox/server</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
