// What all charts share: the SVG around them, its colours for light and dark, and the words for those who do not see it.

export interface ChartOptions {
  /**
   * What the ids in the SVG begin with; a page that holds the same chart twice gives each its own. Letters, digits, `-` and
   * `_`; by default the name of the chart.
   */
  readonly idPrefix?: string;
}
