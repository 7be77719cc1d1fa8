import { describe, expect, test } from 'vitest';
import { directDependencies, isBuildFile } from '../../src/files/direct-dependencies.ts';

/** `group:artifact:version`, `?` where no file says it. */
function librariesOf(files: Readonly<Record<string, string>>): string[] {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  expect(given.filter(({ path }) => !isBuildFile(path))).toEqual([]);
  return directDependencies(given).map(({ group, artifact, version }) => `${group}:${artifact}:${version ?? '?'}`);
}

const CATALOGUE = `
[versions]
brush = "2.0"
easel = { strictly = "[1, 2[", prefer = "1.7" }
[libraries]
brush-core = { module = "org.brushes:brush-core", version.ref = "brush" }
brush_extra = { group = "org.brushes", name = "brush-extra", version = "2.1" }
easel = { module = "org.easel:easel", version.ref = "easel" }
frame = "org.frames:frame:3.1"
paint = { module = "org.paint:paint" }
varnish = { module = "org.varnish:varnish", version.ref = "nowhere" }
canvas = { module = "org.canvas:canvas", version = { require = "4" } }
broken = { modul = "org.broken:broken" }
[bundles]
wet = ["paint", "brush-core"]
[plugins]
spotless = { id = "com.diffplug.spotless", version = "8" }
`;

describe('a version catalogue of Gradle', () => {
  test('says what the names in scripts stand for, in Kotlin and in Groovy', () => {
    const libraries = librariesOf({
      'gradle/libs.versions.toml': CATALOGUE,
      'atelier/build.gradle.kts': `dependencies {
        api(libs.brush.core)
        implementation(libs.brush.extra.get())
        compileOnly(libs.easel)
        runtimeOnly(libs.frame)
        testImplementation(libs.canvas)
        implementation(libs.broken)
        implementation(libs.nowhere)
        implementation(project(":shop"))
        implementation(files(libs.javaClass.superclass))
      }`,
      'shop/build.gradle':
        'dependencies {\n  implementation libs.varnish\n  api libs.canvas\n  implementation "a:b:1"\n}',
    });
    expect(libraries).toEqual([
      'a:b:1',
      'org.brushes:brush-core:2.0',
      'org.brushes:brush-extra:2.1',
      'org.canvas:canvas:4',
      'org.easel:easel:1.7',
      'org.frames:frame:3.1',
      'org.varnish:varnish:?',
    ]);
  });

  test('has bundles, whose members are each named once', () => {
    const script = 'dependencies {\n  api(libs.bundles.wet)\n  api(libs.paint)\n}';
    const libraries = librariesOf({ 'gradle/libs.versions.toml': CATALOGUE, 'build.gradle.kts': script });
    expect(libraries).toEqual(['org.brushes:brush-core:2.0', 'org.paint:paint:?']);
  });

  test('is the nearest one of that name, and not another project’s', () => {
    const one = (version: string) => `[libraries]\nbrush = "org.brushes:brush:${version}"\n`;
    const libraries = librariesOf({
      'gradle/libs.versions.toml': one('1'),
      'gradle/tools.versions.toml': '[libraries]\nknife = "org.knives:knife:5"\n',
      'android/gradle/libs.versions.toml': one('2'),
      'android/app/build.gradle': 'dependencies {\n  implementation libs.brush\n}',
      'core/build.gradle': 'dependencies {\n  api(libs.brush)\n  api(tools.knife)\n}',
      'buildSrc/build.gradle.kts':
        'dependencies {\n  implementation(tools.knife)\n  implementation("org.build:logic:1")\n}',
    });
    expect(libraries).toEqual(['org.brushes:brush:1', 'org.brushes:brush:2', 'org.knives:knife:5']);
  });

  test.each(['', '[libraries', 'libraries = 3', '[libraries]\nbrush = 3'])('that says %j names nothing', (text) => {
    const script = 'dependencies {\n  api(libs.brush)\n}';
    expect(librariesOf({ 'gradle/libs.versions.toml': text, 'build.gradle.kts': script })).toEqual([]);
  });
});
