import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: ErrorStatus","description":"","frontmatter":{},"headers":[],"relativePath":"typescript/@serviceform/client/type-aliases/ErrorStatus.md","filePath":"typescript/@serviceform/client/type-aliases/ErrorStatus.md"}');
const _sfc_main = { name: "typescript/@serviceform/client/type-aliases/ErrorStatus.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">TypeScript</a> / <a href="./../">@serviceform/client</a> / ErrorStatus</p><h1 id="type-alias-errorstatus" tabindex="-1">Type Alias: ErrorStatus <a class="header-anchor" href="#type-alias-errorstatus" aria-label="Permalink to &quot;Type Alias: ErrorStatus&quot;">​</a></h1><blockquote><p><strong>ErrorStatus</strong> = <code>300</code> | <code>304</code> | <code>305</code> | <code>306</code> | <code>400</code> | <code>401</code> | <code>402</code> | <code>403</code> | <code>404</code> | <code>405</code> | <code>406</code> | <code>407</code> | <code>408</code> | <code>409</code> | <code>410</code> | <code>411</code> | <code>412</code> | <code>413</code> | <code>414</code> | <code>415</code> | <code>416</code> | <code>417</code> | <code>418</code> | <code>419</code> | <code>420</code> | <code>421</code> | <code>422</code> | <code>423</code> | <code>424</code> | <code>425</code> | <code>426</code> | <code>428</code> | <code>429</code> | <code>430</code> | <code>431</code> | <code>440</code> | <code>444</code> | <code>449</code> | <code>450</code> | <code>451</code> | <code>460</code> | <code>463</code> | <code>494</code> | <code>495</code> | <code>496</code> | <code>497</code> | <code>498</code> | <code>499</code> | <code>500</code> | <code>501</code> | <code>502</code> | <code>503</code> | <code>504</code> | <code>505</code> | <code>506</code> | <code>507</code> | <code>508</code> | <code>509</code> | <code>510</code> | <code>511</code> | <code>520</code> | <code>521</code> | <code>522</code> | <code>523</code> | <code>524</code> | <code>525</code> | <code>526</code> | <code>527</code> | <code>529</code> | <code>530</code> | <code>540</code> | <code>561</code> | <code>598</code> | <code>599</code></p></blockquote><p>The statuses of an error: the registered ones and those that proxies are known to send.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("typescript/@serviceform/client/type-aliases/ErrorStatus.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ErrorStatus = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ErrorStatus as default
};
