import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: GetChatStatisticsInput","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/interfaces/GetChatStatisticsInput.md","filePath":"typescript/@serviceform/types/interfaces/GetChatStatisticsInput.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/interfaces/GetChatStatisticsInput.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / GetChatStatisticsInput</p><h1 id="interface-getchatstatisticsinput" tabindex="-1">Interface: GetChatStatisticsInput <a class="header-anchor" href="#interface-getchatstatisticsinput" aria-label="Permalink to &quot;Interface: GetChatStatisticsInput&quot;">​</a></h1><p>What <code>getChatStatistics</code> takes.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-endtime"></a> <code>endTime?</code></td><td><code>string</code></td><td>End of the time range, included, in ISO 8601. Without it the range reaches to the present.</td></tr><tr><td><a id="property-metrics"></a> <code>metrics?</code></td><td><code>string</code>[]</td><td>The metrics to answer with, by their names in <code>ChatStatistics</code>, one <code>metrics=</code> for each. Without it all of them are returned; an unknown name is answered with 400.</td></tr><tr><td><a id="property-starttime"></a> <code>startTime?</code></td><td><code>string</code></td><td>Start of the time range, included, in ISO 8601. Without it the range begins with the first chat.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/interfaces/GetChatStatisticsInput.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GetChatStatisticsInput = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GetChatStatisticsInput as default
};
