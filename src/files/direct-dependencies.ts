// The libraries that build files name: of pom.xml what Maven would read without its parents outside the clone, and what Gradle's
// scripts name.

import { XMLParser } from 'fast-xml-parser';
import type { BuildFile, Coordinates } from './build-file.ts';
import { GRADLE_FILE, gradleDependencies } from './gradle-dependencies.ts';

const POM = /(?:^|\/)pom\.xml$/;

export function isBuildFile(path: string): boolean {
  return POM.test(path) || GRADLE_FILE.test(path);
}

/** Each once, sorted; those that the project itself builds are none. Tests' dependencies do not count. */
export function directDependencies(files: readonly BuildFile[]): Coordinates[] {
  const poms = files.flatMap(({ path, text }) => (POM.test(path) ? (pomOf(text) ?? []) : []));
  const own = new Set(poms.map(({ group, artifact }) => `${group}:${artifact}`));
  const properties = new Map(poms.flatMap((pom) => [...pom.properties]));
  const managed = new Map(
    poms.flatMap(({ managed }) => managed.map((one) => [`${one.group}:${one.artifact}`, one.version] as const)),
  );
  const found = new Map<string, Coordinates>();
  const gradle = gradleDependencies(files.filter(({ path }) => GRADLE_FILE.test(path)));
  for (const one of [...poms.flatMap(({ dependencies }) => dependencies), ...gradle]) {
    const group = filledIn(one.group, properties);
    const artifact = filledIn(one.artifact, properties);
    const stated = one.version ?? managed.get(`${one.group}:${one.artifact}`) ?? null;
    const version = stated === null ? null : filledIn(stated, properties);
    const isKnown = version !== null && !version.includes('${');
    if (!own.has(`${group}:${artifact}`)) {
      found.set(`${group}:${artifact}:${version}`, { group, artifact, version: isKnown ? version : null });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

interface Pom {
  readonly group: string;
  readonly artifact: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly dependencies: readonly Coordinates[];
  readonly managed: readonly Coordinates[];
}

type Xml = Readonly<Record<string, unknown>>;

/** Nothing is expanded that a hostile file could make endless. */
const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, processEntities: false });

/** `null` for what is no pom. */
function pomOf(text: string): Pom | null {
  const project = child(parsed(text), 'project');
  if (project === null) return null;
  const parent = child(project, 'parent') ?? {};
  const group = textIn(project, 'groupId') ?? textIn(parent, 'groupId') ?? '';
  const version = textIn(project, 'version') ?? textIn(parent, 'version') ?? '';
  const stated = Object.entries(child(project, 'properties') ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const own = [
    ['project.version', version],
    ['project.groupId', group],
    ['version', version],
  ] as const;
  return {
    group,
    artifact: textIn(project, 'artifactId') ?? '',
    properties: new Map([...stated, ...own]),
    dependencies: dependenciesIn(project),
    managed: dependenciesIn(child(project, 'dependencyManagement') ?? {}),
  };
}

function parsed(text: string): Xml {
  try {
    return parser.parse(text);
  } catch {
    return {};
  }
}

function dependenciesIn(parent: Xml): Coordinates[] {
  const listed = child(parent, 'dependencies')?.dependency;
  return [listed].flat().flatMap((one): Coordinates[] => {
    if (!isXml(one)) return [];
    const [group, artifact, scope] = [textIn(one, 'groupId'), textIn(one, 'artifactId'), textIn(one, 'scope')];
    if (group === null || artifact === null || scope === 'test' || scope === 'import') return [];
    return [{ group, artifact, version: textIn(one, 'version') }];
  });
}

function child(parent: Xml, name: string): Xml | null {
  const value = parent[name];
  return isXml(value) ? value : null;
}

function isXml(value: unknown): value is Xml {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(parent: Xml, name: string): string | null {
  const value = parent[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A property may name another; so deep, and no deeper. */
const DEEPEST = 5;

function filledIn(text: string, properties: ReadonlyMap<string, string>): string {
  let filled = text;
  for (let depth = 0; depth < DEEPEST && filled.includes('${'); depth++) {
    filled = filled.replace(/\$\{([^}]+)\}/g, (whole, name: string) => properties.get(name) ?? whole);
  }
  return filled;
}
