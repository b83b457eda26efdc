import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AgentStatistics","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/interfaces/AgentStatistics.md","filePath":"typescript/@serviceform/types/interfaces/AgentStatistics.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/interfaces/AgentStatistics.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / AgentStatistics</p><h1 id="interface-agentstatistics" tabindex="-1">Interface: AgentStatistics <a class="header-anchor" href="#interface-agentstatistics" aria-label="Permalink to &quot;Interface: AgentStatistics&quot;">​</a></h1><p>The chat figures of one agent.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>AgentStatisticsSchema</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-agentid"></a> <code>agentId</code></td><td><code>string</code></td><td><strong>Description</strong> The ID of the agent. <strong>Example</strong> <code>agent-5</code></td><td><code>AgentStatisticsSchema.agentId</code></td></tr><tr><td><a id="property-agentname"></a> <code>agentName?</code></td><td><code>string</code></td><td><strong>Description</strong> The name of the agent. <strong>Example</strong> <code>Noor Haddad</code></td><td><code>AgentStatisticsSchema.agentName</code></td></tr><tr><td><a id="property-averageresponsetime"></a> <code>averageResponseTime?</code></td><td><code>number</code></td><td><strong>Description</strong> The agent&#39;s average time to a response, in seconds. <strong>Example</strong> <code>30</code></td><td><code>AgentStatisticsSchema.averageResponseTime</code></td></tr><tr><td><a id="property-totalchats"></a> <code>totalChats?</code></td><td><code>number</code></td><td><strong>Description</strong> How many chats the agent had. <strong>Example</strong> <code>50</code></td><td><code>AgentStatisticsSchema.totalChats</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/interfaces/AgentStatistics.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AgentStatistics = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AgentStatistics as default
};
