// The libraries that Gradle's scripts name: by coordinates that they spell out, or by a version catalogue. Scripts are
// programs; what their variables and plug-ins add is not read.

import { parse } from 'smol-toml';
import { z } from 'zod';
import type { BuildFile, Coordinates } from './build-file.ts';

export const GRADLE_FILE = /(?:^|\/)(?:build\.gradle(?:\.kts)?|gradle\/[\w-]+\.versions\.toml)$/;
const CATALOGUE = /^(.*?)gradle\/([\w-]+)\.versions\.toml$/;
/** What builds the build is not what the project stands on. */
const BUILD_LOGIC = /(?:^|\/)(?:buildSrc|build-logic)\//;

/** Of all scripts and catalogues of a project; as often as they are named. */
export function gradleDependencies(files: readonly BuildFile[]): Coordinates[] {
  const catalogues = files.flatMap((file) => catalogueOf(file) ?? []);
  const scripts = files.filter(({ path }) => !CATALOGUE.test(path) && !BUILD_LOGIC.test(path));
  return scripts.flatMap(({ path, text }) => [
    ...spelledOut(text),
    ...named(text, (catalogue) => nearest(catalogues, catalogue, path)),
  ]);
}

const CONFIGURATION =
  '^[ \\t]*(?:api|implementation|compile|compileOnly|compileOnlyApi|runtimeOnly)(?=[ \\t(])[ \\t]*\\(?[ \\t]*';
/** `implementation 'group:artifact:version'`, in Groovy and in Kotlin. */
const SPELLED_OUT = new RegExp(`${CONFIGURATION}(["'])([\\w.-]+):([\\w.-]+)(?::([\\w.-]+))?(?:@\\w+)?\\1`, 'gm');
/** `implementation(libs.some.library)`: the catalogue, and the name in it. */
const NAMED = new RegExp(`${CONFIGURATION}([A-Za-z]\\w*)((?:\\.\\w+)+)`, 'gm');

function spelledOut(text: string): Coordinates[] {
  return [...text.matchAll(SPELLED_OUT)].map(([, , group = '', artifact = '', version]) => ({
    group,
    artifact,
    version: version ?? null,
  }));
}

function named(text: string, catalogueFor: (name: string) => Catalogue | null): Coordinates[] {
  return [...text.matchAll(NAMED)].flatMap(([, catalogue = '', accessor = '']) => {
    const name = accessor.slice(1).replace(/\.get$/, '');
    return catalogueFor(catalogue)?.libraries.get(name) ?? [];
  });
}

interface Catalogue {
  /** The folder whose projects it is for, with a slash at its end; empty for the root. */
  readonly folder: string;
  readonly name: string;
  /** By the names that scripts have for them; several for a bundle. */
  readonly libraries: ReadonlyMap<string, readonly Coordinates[]>;
}

function nearest(catalogues: readonly Catalogue[], name: string, script: string): Catalogue | null {
  const usable = catalogues.filter((each) => each.name === name && script.startsWith(each.folder));
  return usable.sort((a, b) => b.folder.length - a.folder.length)[0] ?? null;
}

const richVersion = z
  .object({ strictly: z.string(), require: z.string(), prefer: z.string(), ref: z.string() })
  .partial();
const anyVersion = z.union([z.string(), richVersion]);
const library = z.union([
  z.string(),
  z.object({ module: z.string(), version: anyVersion.optional() }),
  z.object({ group: z.string(), name: z.string(), version: anyVersion.optional() }),
]);
/** https://docs.gradle.org/current/userguide/version_catalogs.html */
const catalogueFile = z.object({
  versions: z.record(z.string(), anyVersion).default({}),
  libraries: z.record(z.string(), z.unknown()).default({}),
  bundles: z.record(z.string(), z.array(z.string())).default({}),
});
type AnyVersion = z.infer<typeof anyVersion>;

/** `null` for what is none, or cannot be read. */
function catalogueOf({ path, text }: BuildFile): Catalogue | null {
  const [, folder = '', name = ''] = CATALOGUE.exec(path) ?? [];
  if (name === '') return null;
  const parsed = catalogueFile.safeParse(tomlOf(text));
  if (!parsed.success) return null;
  const { versions, libraries, bundles } = parsed.data;
  const found = new Map<string, readonly Coordinates[]>();
  for (const [alias, given] of Object.entries(libraries)) {
    const read = library.safeParse(given);
    const coordinates = read.success ? coordinatesOf(read.data, versions) : null;
    if (coordinates !== null) found.set(accessorOf(alias), [coordinates]);
  }
  for (const [alias, members] of Object.entries(bundles)) {
    const all = members.flatMap((member) => found.get(accessorOf(member)) ?? []);
    found.set(`bundles.${accessorOf(alias)}`, all);
  }
  return { folder, name, libraries: found };
}

function tomlOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** Dashes and underscores are dots in a script. */
function accessorOf(alias: string): string {
  return alias.replace(/[-_]/g, '.');
}

function coordinatesOf(
  given: z.infer<typeof library>,
  versions: Readonly<Record<string, AnyVersion>>,
): Coordinates | null {
  const { module, version } =
    typeof given === 'string' ? asModule(given) : 'module' in given ? given : withModule(given);
  const [group, artifact, ...more] = module.split(':');
  if (!group || !artifact || more.length > 0) return null;
  return { group, artifact, version: versionOf(version, versions) };
}

interface Module {
  readonly module: string;
  readonly version?: AnyVersion | undefined;
}

function asModule(text: string): Module {
  const at = text.lastIndexOf(':');
  return { module: text.slice(0, at), version: text.slice(at + 1) };
}

function withModule({
  group,
  name,
  version,
}: {
  readonly group: string;
  readonly name: string;
  readonly version?: AnyVersion | undefined;
}): Module {
  return { module: `${group}:${name}`, version };
}

/** `null` where none is said, or a range of them. */
function versionOf(given: AnyVersion | undefined, versions: Readonly<Record<string, AnyVersion>>): string | null {
  if (given === undefined) return null;
  if (typeof given === 'string') return /^[\w.-]+$/.test(given) ? given : null;
  const { ref, strictly, require, prefer } = given;
  if (ref !== undefined) {
    const stated = versions[ref];
    return typeof stated === 'object' && stated.ref !== undefined ? null : versionOf(stated, versions);
  }
  return versionOf(strictly, versions) ?? versionOf(require, versions) ?? versionOf(prefer, versions);
}
