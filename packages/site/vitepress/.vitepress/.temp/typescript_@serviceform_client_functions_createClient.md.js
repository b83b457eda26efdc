import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: createClient()","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/functions/createClient.md","filePath":"typescript/@serviceform/client/functions/createClient.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/functions/createClient.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / createClient</p><h1 id="function-createclient" tabindex="-1">Function: createClient() <a class="header-anchor" href="#function-createclient" aria-label="Permalink to &quot;Function: createClient()&quot;">​</a></h1><blockquote><p><strong>createClient</strong>(<code>options?</code>): <a href="./../interfaces/ServiceformClient.html"><code>ServiceformClient</code></a></p></blockquote><p>Creates a client of the Serviceform Public API.</p><p>Throws <code>ConfigurationError</code> for a missing or malformed key and for any option that is unknown, mistyped or out of range.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options?</code></td><td><a href="./../interfaces/ClientOptions.html"><code>ClientOptions</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/ServiceformClient.html"><code>ServiceformClient</code></a></p><h2 id="example" tabindex="-1">Example <a class="header-anchor" href="#example" aria-label="Permalink to &quot;Example&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">const</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> serviceform</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;"> =</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;"> createClient</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">({ apiKey });</span></span>
<span class="line"><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">const</span><span style="--shiki-light:#005CC5;--shiki-dark:#79B8FF;"> items</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;"> =</span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;"> await</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;"> serviceform.</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">listItems</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">({ spaceId });</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/functions/createClient.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const createClient = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  createClient as default
};
