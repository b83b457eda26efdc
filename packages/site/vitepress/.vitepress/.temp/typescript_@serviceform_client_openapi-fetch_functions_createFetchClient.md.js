import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: createFetchClient()","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/openapi-fetch/functions/createFetchClient.md","filePath":"typescript/@serviceform/client/openapi-fetch/functions/createFetchClient.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/openapi-fetch/functions/createFetchClient.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">TypeScript</a> / <a href="./../">@serviceform/client/openapi-fetch</a> / createFetchClient</p><h1 id="function-createfetchclient" tabindex="-1">Function: createFetchClient() <a class="header-anchor" href="#function-createfetchclient" aria-label="Permalink to &quot;Function: createFetchClient()&quot;">​</a></h1><blockquote><p><strong>createFetchClient</strong>(<code>options?</code>): <a href="./../type-aliases/FetchClient.html"><code>FetchClient</code></a></p></blockquote><p>Creates a path-style client, <code>client.GET(&quot;/leads&quot;)</code>, for code and tools that are built on that style. Guards, retries, timeouts and errors are those of <code>createClient</code>; an error status is a result, <code>{ error, response }</code>, and never thrown.</p><p>Throws <code>ConfigurationError</code> for a missing or malformed key and for any option that is unknown, mistyped or out of range. A <code>fetch</code> given to a single call bypasses all of it and gets no key.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>options?</code></td><td><a href="./../../interfaces/ClientOptions.html"><code>ClientOptions</code></a></td></tr></tbody></table><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../type-aliases/FetchClient.html"><code>FetchClient</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/openapi-fetch/functions/createFetchClient.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const createFetchClient = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  createFetchClient as default
};
