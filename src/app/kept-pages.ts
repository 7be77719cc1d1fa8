// Badge and history page as a worker leaves them for the web: ready to be sent, so that no request waits for a rendering.

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';
import type { ReportPage } from '../core/report-page.ts';
import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import { type BadgeFacts, badgeJson, badgeSvg } from '../report/badge.ts';
import { PAGE_ASSETS, renderLinkedHtml } from '../report/html/page.ts';
import { repositoryPrefix } from './known-repositories.ts';

/** A project in a repository. */
export interface PagePlace {
  readonly repository: number;
  /** Folder of the project; `null` for the whole repository. */
  readonly section: string | null;
}

const badgeSchema = z.object({ svg: z.string(), json: z.string() });

export type KeptBadge = Readonly<z.infer<typeof badgeSchema>>;

export interface KeptPage {
  readonly etag: string;
  /** The whole document, packed. */
  readonly gzip: Buffer;
}

export function badgeKey(place: PagePlace): string {
  return `${placePrefix(place)}badge`;
}

export function pageKey(place: PagePlace): string {
  return `${placePrefix(place)}page`;
}

/** A dot is no folder that a project could lie in, so that it can stand for the whole. */
function placePrefix({ repository, section }: PagePlace): string {
  const folder = section === null || section === '' ? '.' : encodeURIComponent(section);
  return `${repositoryPrefix(repository)}project/${folder}/`;
}

/** To be called whenever the ledger was saved. Leaves the document alone when it says the same already. */
export async function saveBadge(documents: DocumentStore, place: PagePlace, facts: BadgeFacts): Promise<void> {
  const key = badgeKey(place);
  const text = JSON.stringify({ svg: badgeSvg(facts), json: badgeJson(facts) } satisfies KeptBadge);
  if ((await documents.read([key])).get(key)?.text !== text) await documents.write([{ key, text }]);
}

export function readBadge(document: StoredDocument): KeptBadge {
  return badgeSchema.parse(JSON.parse(document.text));
}

const pack = promisify(gzip);

/** Bytes of a packed page beyond which close-ups, and then methods, are left out of it. The largest project known takes 1 MB. */
export const MOST_BYTES = 4_000_000;

export interface SavePageOptions {
  /** Takes keys out of a text that somebody may have echoed. */
  readonly mask: (text: string) => string;
  /** For tests. */
  readonly mostBytes?: number;
}

/**
 * Renders the page and keeps it, with the style and the script that belong to it: the web may run another version than the
 * worker did, and sends both as they were made for each other.
 */
export async function savePage(
  documents: DocumentStore,
  place: PagePlace,
  page: ReportPage,
  { mask, mostBytes = MOST_BYTES }: SavePageOptions,
): Promise<void> {
  for (const form of shorterAndShorter(page)) {
    const packed = await pack(mask(renderLinkedHtml(form, ADDRESSES)));
    if (packed.length > mostBytes) continue;
    await saveAssets(documents);
    const text = `${shortHash(packed)}\n${packed.toString('base64')}`;
    await documents.write([{ key: pageKey(place), text }]);
    return;
  }
}

export function readPage({ text }: StoredDocument): KeptPage {
  const end = text.indexOf('\n');
  return { etag: text.slice(0, end), gzip: Buffer.from(text.slice(end + 1), 'base64') };
}

/** The whole page, then without what the model writes, then without the methods. */
function shorterAndShorter(page: ReportPage): ReportPage[] {
  const { inventory } = page;
  if (inventory === null) return [page];
  const withoutCloseUps = { ...inventory, closeUps: { kind: 'left-out', reason: 'not-asked' } as const };
  return [page, { ...page, inventory: withoutCloseUps }, { ...page, inventory: null }];
}

export interface Asset {
  /** The last part of its address: its hash and what it is. */
  readonly name: string;
  readonly text: string;
}

/** This version's own. */
export const ASSETS: Readonly<Record<'css' | 'js', Asset>> = {
  css: { name: `${shortHash(PAGE_ASSETS.css)}.css`, text: PAGE_ASSETS.css },
  js: { name: `${shortHash(PAGE_ASSETS.js)}.js`, text: PAGE_ASSETS.js },
};

const ADDRESSES = { css: assetAddress(ASSETS.css), js: assetAddress(ASSETS.js) };

export function assetAddress({ name }: Asset): string {
  return `/assets/${name}`;
}

/** They hold nothing of any project, and stay when a repository goes: another one's page may need them. */
function assetKey(name: string): string {
  return `asset/${name}`;
}

async function saveAssets(documents: DocumentStore): Promise<void> {
  const assets = Object.values(ASSETS);
  const there = await documents.read(assets.map(({ name }) => assetKey(name)));
  const missing = assets.filter(({ name }) => !there.has(assetKey(name)));
  if (missing.length > 0) await documents.write(missing.map(({ name, text }) => ({ key: assetKey(name), text })));
}

/** One of this version, or one that a page of another version links to; `null` when there is none of this name. */
export async function readAsset(documents: DocumentStore, name: string): Promise<Asset | null> {
  const own = Object.values(ASSETS).find((asset) => asset.name === name);
  if (own !== undefined) return own;
  const text = (await documents.read([assetKey(name)])).get(assetKey(name))?.text;
  return text === undefined ? null : { name, text };
}

/** What has the same hash is the same. */
export function shortHash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}
