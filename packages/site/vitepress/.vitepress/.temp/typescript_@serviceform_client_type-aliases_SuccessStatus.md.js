import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: SuccessStatus","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/type-aliases/SuccessStatus.md","filePath":"typescript/@serviceform/client/type-aliases/SuccessStatus.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/type-aliases/SuccessStatus.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / SuccessStatus</p><h1 id="type-alias-successstatus" tabindex="-1">Type Alias: SuccessStatus <a class="header-anchor" href="#type-alias-successstatus" aria-label="Permalink to &quot;Type Alias: SuccessStatus&quot;">​</a></h1><blockquote><p><strong>SuccessStatus</strong> = <code>200</code> | <code>201</code> | <code>202</code> | <code>203</code> | <code>204</code> | <code>205</code> | <code>206</code> | <code>207</code> | <code>208</code> | <code>226</code></p></blockquote><p>The statuses of a success, as registered.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/type-aliases/SuccessStatus.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SuccessStatus = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SuccessStatus as default
};
