// The Markdown that puts the badge into a README, and the addresses in it.

import { DATA_FILES, onBranch } from '../../core/data-branch.ts';
import type { DataBranchPlace } from './view.ts';

const GITHUB = 'https://github.com';
const ALT = 'model freshness';

/** Drawn by shields.io from the endpoint on the branch: for what anybody can read. */
export function shieldsMarkdown(place: DataBranchPlace, section: string): string {
  const endpoint = encodeURIComponent(rawUrl(place, onBranch(section, DATA_FILES.badgeJson)));
  return linked(`https://img.shields.io/endpoint?url=${endpoint}`, place, section);
}

/** The SVG on the branch itself. */
export function svgMarkdown(place: DataBranchPlace, section: string): string {
  return linked(rawUrl(place, onBranch(section, DATA_FILES.badgeSvg)), place, section);
}

/** The page on the branch. */
export function pageUrl({ server, owner, repo, branch }: DataBranchPlace, section: string): string {
  return `${serverUrl(server)}/${path(owner, repo, 'tree', branch, section)}`;
}

/** Through the server where reading takes a session: it knows who is signed in, which the host of raw files does not. */
function rawUrl({ server, owner, repo, branch, isPublic }: DataBranchPlace, file: string): string {
  return isPublic && serverUrl(server) === GITHUB
    ? `https://raw.githubusercontent.com/${path(owner, repo, branch, file)}`
    : `${serverUrl(server)}/${path(owner, repo, 'raw', branch, file)}`;
}

/** A path as part of an address that Markdown takes whole. */
export function path(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join('/')
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(LONE_SURROGATE, '\u{fffd}')).replace(/[()'*!]/g, hexadecimal))
    .join('/');
}

/** No address can hold one. */
const LONE_SURROGATE = /\p{Cs}/gu;

function hexadecimal(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function serverUrl(server: string): string {
  return server.replace(/\/+$/, '');
}

function linked(image: string, place: DataBranchPlace, section: string): string {
  return `[![${ALT}](${image})](${pageUrl(place, section)})`;
}
