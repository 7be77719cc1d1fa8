// The colours of the charts, for light and dark paper, and the style sheet that every chart carries.

interface Shade {
  readonly light: string;
  readonly dark: string;
}

/**
 * By the names of the variables: a page that sets `--chart-ink` and so on decides for the charts in it. Text has a contrast of
 * at least 4.5 to the paper, lines and areas of at least 3 (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export const PALETTE = {
  paper: { light: '#ffffff', dark: '#0d1117' },
  ink: { light: '#1f2328', dark: '#e6edf3' },
  muted: { light: '#59636e', dark: '#9198a1' },
  grid: { light: '#d8dee4', dark: '#2b3138' },
  line: { light: '#cf222e', dark: '#ff7b72' },
  '1': { light: '#0969da', dark: '#58a6ff' },
  '2': { light: '#bc4c00', dark: '#f0883e' },
  '3': { light: '#1a7f37', dark: '#3fb950' },
  '4': { light: '#8250df', dark: '#d2a8ff' },
  '5': { light: '#9a6700', dark: '#e3b341' },
  '6': { light: '#bf3989', dark: '#f778ba' },
} as const satisfies Readonly<Record<string, Shade>>;

/** A colour of the palette that marks can have. */
export type Color = Exclude<keyof typeof PALETTE, 'paper' | 'grid'>;

/** Colours of series, in their order. */
export const SERIES_COLORS = ['1', '2', '3', '4', '5', '6'] as const satisfies readonly Color[];

/** The class of the root; the style sheet of a chart in a page touches nothing outside it. */
export const ROOT_CLASS = 'palimpsest-chart';

/** In units of the drawing, in both layouts. */
export const FONT_SIZE = 13;

/** From this width of the viewport down, in pixels, the narrow layout is shown. */
const NARROW_UP_TO = 520;

/** The same for every chart, so that a page may hold it any number of times. */
export const STYLE_SHEET = [
  `.${ROOT_CLASS}{max-width:100%;height:auto;${variables('light')}font:${FONT_SIZE}px system-ui,-apple-system,"Segoe UI",Arial,sans-serif}`,
  `@media (prefers-color-scheme:dark){.${ROOT_CLASS}{${variables('dark')}}}`,
  rule('.paper', 'fill:var(--c-paper)'),
  rule('text', 'fill:var(--c-ink);stroke:var(--c-paper);stroke-width:3px;stroke-linejoin:round;paint-order:stroke'),
  rule('.caption', 'font-weight:600'),
  rule('.tick', 'fill:var(--c-muted)'),
  rule('.grid', 'stroke:var(--c-grid)'),
  rule('.hollow', 'fill:var(--c-paper)'),
  ...(['ink', 'muted', 'line', ...SERIES_COLORS] as const).map((name) => rule(`.c-${name}`, `color:var(--c-${name})`)),
  rule('.narrow', 'display:none'),
  `@media (max-width:${NARROW_UP_TO}px){${rule('.wide', 'display:none')}${rule('.narrow', 'display:inline')}}`,
].join('');

function rule(selector: string, declarations: string): string {
  return `.${ROOT_CLASS} ${selector}{${declarations}}`;
}

function variables(scheme: keyof Shade): string {
  return Object.entries(PALETTE)
    .map(([name, shade]) => `--c-${name}:var(--chart-${name},${shade[scheme]});`)
    .join('');
}
