import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Issue","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/validate/interfaces/Issue.md","filePath":"typescript/@serviceform/client/validate/interfaces/Issue.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/validate/interfaces/Issue.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">TypeScript</a> / <a href="./../">@serviceform/client/validate</a> / Issue</p><h1 id="interface-issue" tabindex="-1">Interface: Issue <a class="header-anchor" href="#interface-issue" aria-label="Permalink to &quot;Interface: Issue&quot;">​</a></h1><p>An issue as Standard Schema has it.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-message"></a> <code>message</code></td><td><code>readonly</code></td><td><code>string</code></td></tr><tr><td><a id="property-path"></a> <code>path</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/validate/interfaces/Issue.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Issue = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Issue as default
};
