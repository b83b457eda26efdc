import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: NoInput","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/type-aliases/NoInput.md","filePath":"typescript/@serviceform/types/type-aliases/NoInput.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/type-aliases/NoInput.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / NoInput</p><h1 id="type-alias-noinput" tabindex="-1">Type Alias: NoInput <a class="header-anchor" href="#type-alias-noinput" aria-label="Permalink to &quot;Type Alias: NoInput&quot;">​</a></h1><blockquote><p><strong>NoInput</strong> = <code>object</code></p></blockquote><p>The input of an operation that takes none: an object without keys.</p><h2 id="index-signature" tabindex="-1">Index Signature <a class="header-anchor" href="#index-signature" aria-label="Permalink to &quot;Index Signature&quot;">​</a></h2><p>[<code>key</code>: <code>string</code>]: <code>never</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/type-aliases/NoInput.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const NoInput = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  NoInput as default
};
