import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Operation","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/types/interfaces/Operation.md","filePath":"typescript/@serviceform/types/interfaces/Operation.md"}');
const _sfc_main = { name: "typescript/@serviceform/types/interfaces/Operation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/types</a> / Operation</p><h1 id="interface-operation" tabindex="-1">Interface: Operation <a class="header-anchor" href="#interface-operation" aria-label="Permalink to &quot;Interface: Operation&quot;">​</a></h1><p>How one operation travels: what the client and the sandbox have to know of it at run time.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-answers"></a> <code>answers</code></td><td><code>readonly</code></td><td><code>&quot;object&quot;</code> | <code>&quot;array&quot;</code> | <code>&quot;nothing&quot;</code></td><td>What a success carries: an array, an object, or no body that the contract describes.</td></tr><tr><td><a id="property-bodykeys"></a> <code>bodyKeys</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>The input keys that become properties of the JSON body; empty where there is no body.</td></tr><tr><td><a id="property-idempotent"></a> <code>idempotent</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether repeating the request leaves the same state behind as sending it once.</td></tr><tr><td><a id="property-method"></a> <code>method</code></td><td><code>readonly</code></td><td><code>&quot;GET&quot;</code> | <code>&quot;PUT&quot;</code> | <code>&quot;POST&quot;</code> | <code>&quot;DELETE&quot;</code> | <code>&quot;PATCH&quot;</code></td><td>-</td></tr><tr><td><a id="property-path"></a> <code>path</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The URL path as the contract writes it, with <code>{names}</code> for the values of <code>pathKeys</code>.</td></tr><tr><td><a id="property-pathkeys"></a> <code>pathKeys</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>The input keys that become path segments.</td></tr><tr><td><a id="property-querykeys"></a> <code>queryKeys</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>The input keys that become query parameters.</td></tr><tr><td><a id="property-required"></a> <code>required</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>The input keys that have to be given.</td></tr><tr><td><a id="property-writes"></a> <code>writes</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the request changes something.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/types/interfaces/Operation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Operation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Operation as default
};
