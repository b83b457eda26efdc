import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@serviceform/sandbox","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/sandbox/index.md","filePath":"typescript/@serviceform/sandbox/index.md"}');
const _sfc_main = { name: "typescript/@serviceform/sandbox/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../">TypeScript</a> / @serviceform/sandbox</p><h1 id="serviceformsandbox" tabindex="-1">@serviceform/sandbox <a class="header-anchor" href="#serviceformsandbox" aria-label="Permalink to &quot;@serviceform/sandbox&quot;">​</a></h1><p>The Serviceform Public API in memory: a fetch function and a server to develop and test against.</p><h2 id="classes" tabindex="-1">Classes <a class="header-anchor" href="#classes" aria-label="Permalink to &quot;Classes&quot;">​</a></h2><ul><li><a href="./classes/ContractError.html">ContractError</a></li></ul><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/Faults.html">Faults</a></li><li><a href="./interfaces/RecordedRequest.html">RecordedRequest</a></li><li><a href="./interfaces/Sandbox.html">Sandbox</a></li><li><a href="./interfaces/SandboxOptions.html">SandboxOptions</a></li><li><a href="./interfaces/Store.html">Store</a></li></ul><h2 id="type-aliases" tabindex="-1">Type Aliases <a class="header-anchor" href="#type-aliases" aria-label="Permalink to &quot;Type Aliases&quot;">​</a></h2><ul><li><a href="./type-aliases/Fault.html">Fault</a></li><li><a href="./type-aliases/FaultKind.html">FaultKind</a></li><li><a href="./type-aliases/Moment.html">Moment</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/createSandbox.html">createSandbox</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/sandbox/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
