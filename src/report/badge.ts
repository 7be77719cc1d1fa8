// The badge: how fresh the model is, as an SVG of its own and as what shields.io reads from an endpoint.

import { makeBadge } from 'badge-maker';
import { isNearLine } from '../core/freshness-policy.ts';
import { visible } from './visible.ts';
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
      /** Whose freshness it is, in words, where it is not that of the model in use. */
      readonly of: string | null;
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
  const spoken = [
    ...(facts.verdict === 'unknown' ? [] : [spokenVerdict(facts)]),
    ...(facts.isShadow ? [SHADOW_MEANS] : []),
  ];
  return svg.replaceAll(SPOKEN, (words) => [words, ...spoken].join(', '));
}

function spokenVerdict({ verdict, of }: Exclude<BadgeFacts, { verdict: 'unknown' }>): string {
  return of === null ? verdict : `${verdict} (${xmlText(of)})`;
}

/** Text that acts neither in an element nor in an attribute. */
function xmlText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
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
  const { freshness, line, of } = facts;
  const rounded = percent(freshness);
  // 89.6 % would round onto a line of 90 % that it lies below
  const shown = freshness < line && rounded === percent(line) ? `< ${rounded}` : rounded;
  return of === null ? shown : `${shown}, model before`;
}

function colorOf(facts: BadgeFacts): string {
  switch (facts.verdict) {
    case 'fresh':
      return isNearLine(facts.freshness, facts) ? 'yellow' : 'brightgreen';
    case 'stale':
      return 'red';
    case 'unknown':
      return 'lightgrey';
    default:
      return facts satisfies never;
  }
}
