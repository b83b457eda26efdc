import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@serviceform/sandbox/server","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/sandbox/server/index.md","filePath":"typescript/@serviceform/sandbox/server/index.md"}');
const _sfc_main = { name: "typescript/@serviceform/sandbox/server/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / @serviceform/sandbox/server</p><h1 id="serviceformsandboxserver" tabindex="-1">@serviceform/sandbox/server <a class="header-anchor" href="#serviceformsandboxserver" aria-label="Permalink to &quot;@serviceform/sandbox/server&quot;">​</a></h1><p>The Serviceform Public API in memory: a fetch function and a server to develop and test against.</p><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/SandboxServer.html">SandboxServer</a></li><li><a href="./interfaces/ServerOptions.html">ServerOptions</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/startServer.html">startServer</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/sandbox/server/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
