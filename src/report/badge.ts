// The badge: how fresh the model is, as an SVG of its own and as what shields.io reads from an endpoint.

import { makeBadge } from 'badge-maker';
import { percent } from './words.ts';

export type BadgeFacts = (
  | {
      readonly verdict: 'fresh' | 'stale';
      /** As a share; 1 is as on the day of training. */
      readonly freshness: number;
      /** The policy's line, as a share. */
      readonly line: number;
      /** Percentage points above the line within which the badge warns. */
      readonly warnWithin: number;
    }
  | { readonly verdict: 'unknown' }
) & {
  /** The numbers are those of a shadow, and not of the model that it stands for. */
  readonly isShadow?: boolean;
};

const LABEL = 'model freshness';

/** An SVG without links, scripts or fonts from elsewhere; its title says in words what the colour says. */
export function badgeSvg(facts: BadgeFacts): string {
  const svg = makeBadge({ label: labelOf(facts), message: messageOf(facts), color: colorOf(facts) });
  // the title and the aria-label are the only places that hold label and message together
  const verdict = facts.verdict === 'unknown' ? [] : [facts.verdict];
  return svg.replaceAll(SPOKEN, (said) => [said, ...verdict, ...(facts.isShadow ? [SHADOW_MEANS] : [])].join(', '));
}

const SHADOW_LABEL = `${LABEL} (shadow)`;
const SPOKEN = new RegExp(`${LABEL}(?: \\(shadow\\))?: [^"<]*`, 'g');
const SHADOW_MEANS = 'of the embedded model, trained where the project’s own model was';

function labelOf({ isShadow }: BadgeFacts): string {
  return isShadow ? SHADOW_LABEL : LABEL;
}

/** See https://shields.io/badges/endpoint-badge. */
export interface BadgeEndpoint {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
}

export function badgeEndpoint(facts: BadgeFacts): BadgeEndpoint {
  return { schemaVersion: 1, label: labelOf(facts), message: messageOf(facts), color: colorOf(facts) };
}

/** The JSON that is written beside the SVG. */
export function badgeJson(facts: BadgeFacts): string {
  return `${JSON.stringify(badgeEndpoint(facts), null, 2)}\n`;
}

function messageOf(facts: BadgeFacts): string {
  if (facts.verdict === 'unknown') return 'unknown';
  const { freshness, line } = facts;
  const shown = percent(freshness);
  // 89.6 % would round onto a line of 90 % that it lies below
  return freshness < line && shown === percent(line) ? `< ${shown}` : shown;
}

function colorOf(facts: BadgeFacts): string {
  switch (facts.verdict) {
    case 'fresh':
      return pointsAbove(facts) <= facts.warnWithin + ROUNDING_NOISE ? 'yellow' : 'brightgreen';
    case 'stale':
      return 'red';
    case 'unknown':
      return 'lightgrey';
    default:
      return facts satisfies never;
  }
}

const ROUNDING_NOISE = 1e-9;

function pointsAbove({ freshness, line }: { readonly freshness: number; readonly line: number }): number {
  return (freshness - line) * 100;
}
