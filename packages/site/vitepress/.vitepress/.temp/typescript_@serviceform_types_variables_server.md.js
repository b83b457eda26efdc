import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: server","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/variables/server.md","filePath":"typescript/@serviceform/types/variables/server.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/variables/server.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / server</p><h1 id="variable-server" tabindex="-1">Variable: server <a class="header-anchor" href="#variable-server" aria-label="Permalink to &quot;Variable: server&quot;">​</a></h1><blockquote><p><code>const</code> <strong>server</strong>: <code>string</code></p></blockquote><p>The server that the contract names.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/variables/server.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const server = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  server as default
};
