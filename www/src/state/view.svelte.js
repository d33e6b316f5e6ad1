/** What of the page is open: which panel on a phone, which dialog, which drawer. */

/** @typedef {'code' | 'graph' | 'inspect' | 'output'} Tab */
/** @typedef {'commands' | 'help' | 'share' | null} DialogName */

export class View {
  /** The panel shown where there is room for one. @type {Tab} */
  tab = $state('code');
  /** @type {DialogName} */
  dialog = $state(null);
  /** The drawer with layers to put together. */
  assembling = $state(false);
  /** Asks the prompt, the editor or the graph to take the focus; the panel resets it. @type {'prompt' | 'code' | 'graph' | null} */
  focus = $state(null);
  /** The inspector, where it slides over the graph. */
  inspecting = $state(false);
  /** The last jump in time, for the browser's Back. @type {{ run: number, from: number, to: number } | null} */
  jump = $state.raw(null);
  /** One panel at a time. */
  narrow = $state(false);
  /** No room for the inspector beside the graph. */
  medium = $state(false);

  /** Opens the drawer with layers; on a phone it stands in the place of the graph. */
  assemble() {
    this.tab = 'graph';
    this.assembling = true;
  }
}
