import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Message","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/interfaces/Message.md","filePath":"typescript/@serviceform/types/interfaces/Message.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/interfaces/Message.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / Message</p><h1 id="interface-message" tabindex="-1">Interface: Message <a class="header-anchor" href="#interface-message" aria-label="Permalink to &quot;Interface: Message&quot;">​</a></h1><p>A message in the history of a lead or a chat.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>MessageSchema</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-id"></a> <code>id</code></td><td><code>string</code></td><td><strong>Description</strong> The ID of the message. <strong>Example</strong> <code>msg-1</code></td><td><code>MessageSchema.id</code></td></tr><tr><td><a id="property-message"></a> <code>message?</code></td><td><code>string</code></td><td><strong>Description</strong> The text of the message. <strong>Example</strong> <code>Hello, how can I help you?</code></td><td><code>MessageSchema.message</code></td></tr><tr><td><a id="property-timestamp"></a> <code>timestamp?</code></td><td><code>number</code></td><td><strong>Description</strong> When the message was sent, in epoch seconds. Multiply by 1000 for a JavaScript <code>Date</code>. <strong>Example</strong> <code>1672531250</code></td><td><code>MessageSchema.timestamp</code></td></tr><tr><td><a id="property-type"></a> <code>type?</code></td><td><code>string</code></td><td><strong>Description</strong> The kind of message, such as <code>text</code>. The set of kinds is not documented. <strong>Example</strong> <code>text</code></td><td><code>MessageSchema.type</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/interfaces/Message.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Message = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Message as default
};
