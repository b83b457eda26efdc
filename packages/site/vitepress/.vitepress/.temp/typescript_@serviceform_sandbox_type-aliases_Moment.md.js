import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Moment","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/sandbox/type-aliases/Moment.md","filePath":"typescript/@serviceform/sandbox/type-aliases/Moment.md"}');
const _sfc_main = { name: "typescript/@serviceform/sandbox/type-aliases/Moment.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/sandbox</a> / Moment</p><h1 id="type-alias-moment" tabindex="-1">Type Alias: Moment <a class="header-anchor" href="#type-alias-moment" aria-label="Permalink to &quot;Type Alias: Moment&quot;">​</a></h1><blockquote><p><strong>Moment</strong> = <code>Date</code> | <code>number</code></p></blockquote><p>A moment: a date, or epoch milliseconds.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/sandbox/type-aliases/Moment.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Moment = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Moment as default
};
