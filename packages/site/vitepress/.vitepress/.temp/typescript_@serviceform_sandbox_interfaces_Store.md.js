import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Store","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/sandbox/interfaces/Store.md","filePath":"typescript/@serviceform/sandbox/interfaces/Store.md"}');
const _sfc_main = { name: "typescript/@serviceform/sandbox/interfaces/Store.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/sandbox</a> / Store</p><h1 id="interface-store" tabindex="-1">Interface: Store <a class="header-anchor" href="#interface-store" aria-label="Permalink to &quot;Interface: Store&quot;">​</a></h1><p>What the sandbox holds. A test may read and change it, or put other lists in the place of these.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-chats"></a> <code>chats</code></td><td><a href="./../../types/interfaces/Chat.html"><code>Chat</code></a>[]</td><td>With their messages in <code>history</code>, which the API shows only when it is asked to.</td></tr><tr><td><a id="property-items"></a> <code>items</code></td><td><a href="./../../types/interfaces/Item.html"><code>Item</code></a>[]</td><td>The items of all spaces; <code>space_id</code> says which one an item is in.</td></tr><tr><td><a id="property-leads"></a> <code>leads</code></td><td><a href="./../../types/interfaces/Lead.html"><code>Lead</code></a>[]</td><td>-</td></tr><tr><td><a id="property-spaces"></a> <code>spaces</code></td><td><a href="./../../types/interfaces/Space.html"><code>Space</code></a>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/sandbox/interfaces/Store.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Store = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Store as default
};
