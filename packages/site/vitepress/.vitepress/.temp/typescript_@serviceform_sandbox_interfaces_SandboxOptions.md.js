import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SandboxOptions","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/sandbox/interfaces/SandboxOptions.md","filePath":"typescript/@serviceform/sandbox/interfaces/SandboxOptions.md"}');
const _sfc_main = { name: "typescript/@serviceform/sandbox/interfaces/SandboxOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/sandbox</a> / SandboxOptions</p><h1 id="interface-sandboxoptions" tabindex="-1">Interface: SandboxOptions <a class="header-anchor" href="#interface-sandboxoptions" aria-label="Permalink to &quot;Interface: SandboxOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./../server/interfaces/ServerOptions.html"><code>ServerOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-apikey"></a> <code>apiKey?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The key that requests have to carry. <strong>Default</strong> <code>&quot;sandbox&quot;</code></td></tr><tr><td><a id="property-createid"></a> <code>createId?</code></td><td><code>readonly</code></td><td>() =&gt; <code>string</code></td><td>Names new items. Without it they are numbered on: <code>item-49</code>.</td></tr><tr><td><a id="property-faults"></a> <code>faults?</code></td><td><code>readonly</code></td><td>readonly <a href="./../type-aliases/Fault.html"><code>Fault</code></a>[]</td><td>Faults to begin with; <code>faults.add</code> takes the same.</td></tr><tr><td><a id="property-now"></a> <code>now?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Moment.html"><code>Moment</code></a> | (() =&gt; <a href="./../type-aliases/Moment.html"><code>Moment</code></a>)</td><td>The clock: a moment at which it stands, or a function that is asked every time. The seeded world covers the 90 days before it. Without it the world ends on 30 June 2025, so that it is the same every day, and what is written gets the real time.</td></tr><tr><td><a id="property-scale"></a> <code>scale?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number of leads. Chats and items grow along, from 120 and 48 up to 5 000. <strong>Default</strong> <code>60</code></td></tr><tr><td><a id="property-seed"></a> <code>seed?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Decides what the world looks like: the same seed gives the same answers, to the byte. <strong>Default</strong> <code>1</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/sandbox/interfaces/SandboxOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SandboxOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SandboxOptions as default
};
